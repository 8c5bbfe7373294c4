"""The program is killed while a request hangs at the provider, and started again."""
from callboard_e2e import check, run, screenshot, shot, wait
from callboard_office import ANSWERS, Board, Office, phone, stand_still, texts

NAME = 'Ana Archer'


def kill_while_sending(office, callboard, mode):
    """Drops a card; the server takes the request and never answers; the program is killed."""
    board = Board(callboard)
    office.twilio.control('fault', mode=mode, on='send', count=1)
    board.card(NAME).drag_to(board.empty('Form'))
    office.twilio.wait_posts(1)
    callboard.kill()


def test_nobody_knows_whether_it_arrived_so_the_tray_asks():
    with Office([NAME, 'Ben Baker'], undo=1) as office, office.open() as callboard:
        kill_while_sending(office, callboard, 'timeout-before')
        callboard.start()
        board = Board(callboard)
        tray = callboard.find('Send tray', 'list item')
        wait(lambda: 'needs you' in tray.description, 'the tray to ask')
        board.card(NAME, 'Form')
        tray.click()
        unknown = callboard.find('Needs a Yes', 'list')
        unknown.find('Send Again')
        unknown.find(NAME)
        screenshot(shot('crash-tray'))
        stand_still(office.twilio)
        check(len(office.twilio.posts()) == 1, 'nothing sent twice')
        unknown.find('It Arrived', 'push button').do()
        callboard.find('Nothing Waits', 'label')
        wait(lambda: office.ctl('outbox', '--unknown') == [], 'nothing Unknown any more')
        stand_still(office.twilio)
        screenshot(shot('crash-arrived'))
        check(len(office.twilio.posts()) == 1, 'nothing sent again')


def test_what_the_provider_has_is_found_and_the_campaign_goes_on():
    with Office([NAME], ANSWERS, undo=1) as office, office.open() as callboard:
        kill_while_sending(office, callboard, 'timeout-after')
        callboard.start()
        board = Board(callboard)
        board.wait_card(NAME, 'Form', 'Completed', timeout=40)
        office.twilio.wait_posts(len(texts('Ana')))
        stand_still(office.twilio)
        check(office.twilio.bodies(phone(1)) == texts('Ana'), 'each text once')


run(globals())
