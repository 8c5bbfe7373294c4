"""A table with broken rows is imported: what is good comes in, what is not is told with its reason."""
import contextlib
import os
import sqlite3

from callboard_e2e import check, key, run, screenshot, shot, type_text, wait
from callboard_office import Board, Office

TABLE = os.path.realpath(os.path.join(os.environ['G_TEST_SRCDIR'], '..', 'data', 'sample', 'import.csv'))
REASONS = [
    'There is no phone number “07700 90012” (country: United Kingdom). Check the digits.',
    '“call the office” is not a phone number.',
    'There is no phone number.',
    'The name is missing.',
    'The job has no stage “Lunch”.',
]


def choose_file(callboard, path):
    """Opens the import, and chooses a file by typing its path."""
    callboard.window().do('win.import')
    dialog = callboard.window('Import Candidates')
    dialog.find('Choose a File…', 'push button').do()
    chooser = callboard.window('Choose a Table')
    key('ctrl+l')
    type_text(path)
    wait(lambda: any(node.text == path for node in chooser.all()), 'the path in the entry')
    chooser.find('Open', 'push button').do()
    callboard.gone('Choose a Table')
    return dialog


def press(dialog, name):
    """Presses a button of the dialog as soon as it can be."""
    button = dialog.find(name, 'push button')
    wait(lambda: button.has('sensitive'), f'“{name}” to be sensitive')
    button.do()


def correct(dialog, old, new):
    """Types another text into the entry that holds the old one."""
    entry = wait(lambda: next((node for node in dialog.all(role='text') if node.text == old), None), f'an entry with {old}')
    entry.focus()
    key('ctrl+a')
    type_text(new)


def agree(dialog):
    """Says where they agreed to get messages."""
    switch = dialog.find('Agreement', 'list').find(role='check box')
    if not switch.has('checked'):
        switch.do()
    # GTK 4.8 does not tell of a focus in such an entry, so the pointer gives it.
    dialog.find('Where they agreed, such as “Application form”', 'text').click()
    type_text('Job fair')


def go_to_last_page(dialog, correct_one=False):
    press(dialog, 'Next')
    dialog.find('280 people will be added · 20 cannot be added', 'label')
    if correct_one:
        for reason in REASONS:
            dialog.find(reason, 'label')
        rows = {row.name: row.description for row in dialog.find('Rows of the file', 'list').all(role='list item')}
        check(rows['Hugo Lane'] == '“call the office” is not a phone number.', f'rows that say what they are, not {rows}')
        screenshot(shot('import-check'))
        correct(dialog, 'Lunch', 'New')
        dialog.find('281 people will be added · 19 cannot be added', 'label')
    press(dialog, 'Next')
    agree(dialog)
    screenshot(shot('import-consent'))


@contextlib.contextmanager
def locked(office):
    """Holds the database as another program would, so that the import has to wait."""
    database = sqlite3.connect(os.path.join(office.environment['CALLBOARD_DATA_DIR'], 'callboard.db'), isolation_level=None)
    database.execute('BEGIN IMMEDIATE')
    try:
        yield
    finally:
        database.execute('ROLLBACK')
        database.close()


def test_good_rows_come_in_and_broken_ones_are_told():
    with Office([], form='First questions') as office, office.open() as callboard:
        board = Board(callboard)
        dialog = choose_file(callboard, TABLE)
        go_to_last_page(dialog, correct_one=True)
        press(dialog, 'Import')
        dialog.find('281 People Added', 'label')
        dialog.find('19 rows were left out.', 'label')
        screenshot(shot('import-result'))
        press(dialog, 'Done')
        callboard.gone('Import Candidates')

        cards = office.ctl('list', '1')
        check(len(cards) == 281, f'281 cards, not {len(cards)}')
        check(next(card['stage'] for card in cards if card['name'] == 'Jonah Pike') == 'New', 'the corrected row in New')
        check('Imogen Frost' not in [card['name'] for card in cards], 'no card of a broken row')
        for stage in 'New', 'First questions':
            count = sum(card['stage'] == stage for card in cards)
            wait(lambda: board.column(stage).name == f'{stage}, {count} cards', f'{count} cards in {stage}')  # pylint: disable=W0640
        check(office.ctl('outbox') == [] and office.twilio.posts() == [], 'nothing sent without a word')
        screenshot(shot('import-board'))


def test_a_cancelled_import_adds_nobody():
    with Office([], form='First questions') as office, office.open() as callboard:
        dialog = choose_file(callboard, TABLE)
        go_to_last_page(dialog)
        with locked(office):
            press(dialog, 'Import')
            dialog.find('Adding people to the job', 'label')
            stop = next(node for node in dialog.all('Cancel', 'push button') if node.description == 'Stop and add nobody')
            stop.do()
            wait(lambda: not stop.has('sensitive'), 'the press to be taken')
        dialog.find('The import was cancelled. Nobody was added.', 'label')
        screenshot(shot('import-cancelled'))
        check(office.ctl('list', '1') == [], 'nobody in the job')
        press(dialog, 'Import')
        dialog.find('280 People Added', 'label')


run(globals())
