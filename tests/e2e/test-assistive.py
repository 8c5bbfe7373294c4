"""A card goes into a Form stage through AT-SPI alone, as a screen reader or a switch does it: no key, no pointer."""
from callboard_e2e import check, run
from callboard_office import ANSWERS, KEY, Board, Office, check_post, phone, place, stand_still, texts


def test_actions_move_a_card_and_descriptions_tell_its_state():
    with Office(['Ana Archer', 'Ben Baker'], ANSWERS, key=KEY) as office, office.open() as callboard:
        board = Board(callboard)
        card = board.card('Ben Baker')
        check(place(card) == ('New', '2', '2'), f'where it stands, not {card.description!r}')
        check({'card.move-right', 'card.move-to', 'card.open', 'card.select'} <= set(card.actions),
              f'actions for all that a pointer does, not {card.actions}')

        card.do('card.move-up')
        board.wait_card('Ben Baker', 'New', 'In New, 1 of 2')
        board.card('Ben Baker').do('card.move-right')
        board.wait_card('Ben Baker', 'Form', 'In Form, 1 of 1, Scheduled, leaves in')
        board.focused('Ben Baker')
        check_post(office.twilio.wait_posts(1)[0], phone(2), texts('Ben')[0], user=KEY)
        board.wait_card('Ben Baker', 'Form', 'In Form, 1 of 1, Completed', timeout=40)

        board.card('Ben Baker').do('card.open')
        callboard.find('Ben Baker', 'label')
        callboard.find('Answers', 'page tab').do()
        callboard.find('Answers', 'panel').find('Leeds General')
        callboard.find('Close Details', 'push button').do()

        office.twilio.wait_posts(len(texts('Ben')))
        stand_still(office.twilio)
        check(office.twilio.bodies(phone(2)) == texts('Ben'), 'all texts, once and in order')
        check(len(office.twilio.posts()) == len(texts('Ben')), 'nothing to anybody else')


def test_the_window_undoes_by_its_action():
    with Office(['Ana Archer']) as office, office.open() as callboard:
        board = Board(callboard)
        board.card('Ana Archer').do('card.move-right')
        board.wait_card('Ana Archer', 'Form', 'Scheduled')
        callboard.window().do('win.undo')
        board.wait_card('Ana Archer', 'New', 'In New, 1 of 1')
        stand_still(office.twilio)
        check(office.twilio.posts() == [] and office.ctl('outbox') == [], 'nothing sent and nothing to send')


def test_everything_that_can_be_pressed_has_a_name():
    with Office(['Ana Archer'], undo=60) as office, office.open() as callboard:
        board = Board(callboard)
        board.card('Ana Archer').do('card.move-right')
        board.wait_card('Ana Archer', 'Form', 'Scheduled').do('card.open')
        callboard.find('Close Details')
        check(callboard.root.nameless() == [], f'names, but there is {[str(node) for node in callboard.root.nameless()]}')
        callboard.find('Send tray', 'list item').click()
        callboard.find('Can Be Taken Back', 'list')
        check(callboard.root.nameless() == [], f'names, but there is {[str(node) for node in callboard.root.nameless()]}')


run(globals())
