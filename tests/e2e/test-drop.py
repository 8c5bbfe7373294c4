"""A card is dragged into a Form stage with the real pointer; its campaign runs to the end at a server for Twilio."""
from callboard_e2e import check, run, screenshot, shot, wait
from callboard_office import ANSWERS, UNDO, Board, Office, check_post, phone, stand_still, texts

NAME = 'Ana Archer'


def see_details(callboard):
    """The panel beside the board tells the conversation, from its end, and the answers."""
    conversation = callboard.find('Conversation', 'list')
    for text in texts('Ana') + ANSWERS:
        conversation.find(text)
    composer = callboard.find('Message', 'text')
    last = conversation.find(texts('Ana')[-1])
    wait(lambda: 0 < last.box()[1] < composer.box()[1], 'the newest message in sight')
    screenshot(shot('drop-completed'))

    callboard.find('Answers', 'page tab').click()
    answers = callboard.find('Answers', 'panel')
    for text in 'Where did you work last?', 'Leeds General', 'Which ward do you prefer?', 'Paediatrics', 'Yes':
        answers.find(text)
    screenshot(shot('drop-answers'))


def test_a_drop_sends_the_campaign_and_the_answers_complete_it():
    with Office([NAME, 'Ben Baker'], ANSWERS) as office, office.open() as callboard:
        board = Board(callboard)
        dropped = board.card(NAME, 'New').drag_to(board.empty('Form'), picture=shot('drop-hover'))
        board.wait_card(NAME, 'Form', 'Scheduled, leaves in', timeout=UNDO - 1)
        screenshot(shot('drop-scheduled'))
        check(board.names('New') == ['Ben Baker'], 'the card has left its old stage')

        first = office.twilio.wait_posts(1)[0]
        check(first['time'] - dropped >= UNDO, 'the undo time passes before the first byte leaves')
        check_post(first, phone(1), texts('Ana')[0])

        board.wait_card(NAME, 'Form', 'Completed', timeout=40)
        office.twilio.wait_posts(len(texts('Ana')))
        stand_still(office.twilio)
        bodies = office.twilio.bodies(phone(1))
        check(bodies == texts('Ana'), f'these texts once and in order, not {bodies}')
        for post, body in zip(office.twilio.posts(), texts('Ana'), strict=True):
            check_post(post, phone(1), body)

        board.card(NAME).do('card.open')
        see_details(callboard)


run(globals())
