"""A card goes into a Form stage by keys alone; taken back first, then left to go."""
from callboard_e2e import check, key, run, screenshot, shot, type_text, wait
from callboard_office import ANSWERS, UNDO, Board, Office, check_post, now, phone, place, stand_still, texts

PEOPLE = ['Ana Archer', 'Ben Baker', 'Cleo Carter']


def focus_first(board):
    """Tab until a card has the focus, as somebody without a pointer does."""
    for _ in range(20):
        cards = board.column('New').all(role='list item')
        if any(card.has('focused') for card in cards):
            break
        key('Tab')
    key('Home')
    check(board.focused('Ana Archer'), 'the focus on the first card')


def move_by_name(board, stage):
    """M opens Move to…, a few letters choose, Enter moves."""
    key('m')
    entry = board.callboard.find('Stage', 'entry')
    letters = stage[:2].lower()
    type_text(letters)
    wait(lambda: any(node.text == letters for node, _ in entry.walk()), 'the letters in the entry')
    screenshot(shot('keyboard-move-to'))
    key('Return')


def test_undo_by_ctrl_z_brings_the_card_back_and_nothing_leaves():
    with Office(PEOPLE) as office, office.open() as callboard:
        board = Board(callboard)
        board.card('Ana Archer')
        focus_first(board)
        key('Down')
        board.focused('Ben Baker')
        key('ctrl+shift+Right')
        board.wait_card('Ben Baker', 'Form', 'Scheduled')
        key('ctrl+z')
        card = board.card('Ben Baker', 'New')
        check(place(card) == ('New', '2', '3'), f'Ben back in the middle, not {card.description}')
        board.focused('Ben Baker')
        undone = now()
        screenshot(shot('keyboard-undone'))
        stand_still(office.twilio, UNDO + 2)
        check(now() - undone > UNDO, 'the undo time to have passed')
        check(office.twilio.posts() == [], 'no request ever')
        check(office.ctl('outbox') == [], 'an empty outbox')


def test_a_campaign_runs_from_a_move_by_name():
    with Office(PEOPLE, ANSWERS) as office, office.open() as callboard:
        board = Board(callboard)
        board.card('Ana Archer')
        focus_first(board)
        key('Down', 'Down')
        board.focused('Cleo Carter')
        move_by_name(board, 'Form')
        card = board.wait_card('Cleo Carter', 'Form', 'Scheduled')
        check(card.description.startswith('In Form, 1 of 1, Scheduled, leaves in'), f'its place, not {card.description}')
        board.focused('Cleo Carter')

        check_post(office.twilio.wait_posts(1)[0], phone(3), texts('Cleo')[0])
        board.wait_card('Cleo Carter', 'Form', 'Completed', timeout=40)
        office.twilio.wait_posts(len(texts('Cleo')))
        stand_still(office.twilio)
        check(office.twilio.bodies(phone(3)) == texts('Cleo'), 'all texts, once and in order')
        check(len(office.twilio.posts()) == len(texts('Cleo')), 'nothing to anybody else')

        board.focused('Cleo Carter')
        key('Left')
        board.focused()
        key('Right', 'Return')
        callboard.find(texts('Cleo')[-1])
        key('Escape')
        board.focused('Cleo Carter')


run(globals())
