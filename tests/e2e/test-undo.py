"""A drop is taken back by the toast, by dragging the card back, and no longer once the first byte has left."""
import re

from callboard_e2e import check, key, run, screenshot, shot
from callboard_office import Board, Office, place, stand_still

PEOPLE = ['Ana Archer', 'Ben Baker', 'Cleo Carter']

# Seconds: long, so that a slow machine is in time. That nothing leaves when it has passed is seen in test-keyboard.py.
LONG = 15


def check_nothing_waits(office):
    stand_still(office.twilio)
    check(office.twilio.posts() == [], 'no request ever')
    check(office.ctl('outbox') == [], 'an empty outbox')


def test_the_toast_takes_a_drop_back():
    with Office(PEOPLE, undo=LONG) as office, office.open() as callboard:
        board = Board(callboard)
        board.card('Ben Baker').drag_to(board.empty('Form'))
        board.wait_card('Ben Baker', 'Form', 'Scheduled')
        callboard.find(re.compile(r'oved to Form · leaves in \d+ s by SMS$'), 'label')
        callboard.find('Undo', 'push button').click()
        card = board.card('Ben Baker', 'New')
        check(place(card) == ('New', '2', '3'), f'Ben back in the middle, not {card.description!r}')
        check(card.description == 'In New, 2 of 3', f'no status, not {card.description!r}')
        screenshot(shot('undo-toast'))
        check_nothing_waits(office)


def test_dragging_the_card_back_takes_the_drop_back():
    with Office(PEOPLE, undo=LONG) as office, office.open() as callboard:
        board = Board(callboard)
        board.card('Ana Archer').drag_to(board.empty('Form'))
        board.wait_card('Ana Archer', 'Form', 'Scheduled').drag_to(board.empty('New'))
        card = board.wait_card('Ana Archer', 'New', 'In New')
        check('Scheduled' not in card.description, f'no message any more, not {card.description!r}')
        check_nothing_waits(office)


def test_once_the_first_byte_has_left_it_is_too_late():
    with Office(PEOPLE, undo=1) as office, office.open() as callboard:
        board = Board(callboard)
        office.twilio.control('fault', mode='timeout-before', on='send', count=1)
        board.card('Ana Archer').drag_to(board.empty('Form'))
        office.twilio.wait_posts(1)
        key('ctrl+z')
        dialog = callboard.window('Too Late to Undo')
        screenshot(shot('undo-too-late'))
        dialog.find('Write a Correction', 'push button').do()
        callboard.gone('Too Late to Undo')
        check(board.card('Ana Archer', 'Form'), 'the card to stay')
        callboard.find('Message', 'text')
        screenshot(shot('undo-correction'))


run(globals())
