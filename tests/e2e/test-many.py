"""Several cards are selected and dragged as a stack, with the real pointer."""
from callboard_e2e import check, drag, run, screenshot, shot, wait
from callboard_office import Board, Office, check_post, phone, stand_still, texts

PEOPLE = ['Ana Archer', 'Ben Baker', 'Cleo Carter', 'Dan Dyer', 'Eve Ellis']


def place_two_in_form(office):
    office.ctl('move', office.person('Dan Dyer')['application'], office.person('Eve Ellis')['application'],
               '--to', 'Form', '--without-sending')


def test_a_stack_goes_where_the_line_is_and_each_gets_a_message():
    with Office(PEOPLE) as office:
        place_two_in_form(office)
        with office.open() as callboard:
            board = Board(callboard)
            board.card('Ana Archer').click()
            board.card('Cleo Carter').click(hold=['ctrl'])
            wait(lambda: [name for name in board.names('New') if board.card(name).has('selected')] ==
                 ['Ana Archer', 'Cleo Carter'], 'Ana and Cleo selected')
            board.card('Cleo Carter').drag_to(board.card('Dan Dyer').point(0.5, 0.9), picture=shot('many-hover'))
            board.wait_card('Ana Archer', 'Form', 'In Form, 2 of 4, Scheduled')
            board.wait_card('Cleo Carter', 'Form', 'In Form, 3 of 4, Scheduled')
            screenshot(shot('many-dropped'))
            check(board.names('Form') == ['Dan Dyer', 'Ana Archer', 'Cleo Carter', 'Eve Ellis'],
                  f"the stack between Dan and Eve, not {board.names('Form')}")
            check(board.names('New') == ['Ben Baker'], 'the others where they were')

            office.twilio.wait_posts(2)
            stand_still(office.twilio)
            posts = sorted(office.twilio.posts(), key=lambda post: post['form']['To'])
            check(len(posts) == 2, f'one message each, not {len(posts)}')
            check_post(posts[0], phone(1), texts('Ana')[0])
            check_post(posts[1], phone(3), texts('Cleo')[0])


def test_shift_selects_a_range_and_escape_leaves_all_as_it_was():
    with Office(PEOPLE) as office, office.open() as callboard:
        board = Board(callboard)
        board.card('Ben Baker').click()
        board.card('Dan Dyer').click(hold=['shift'])
        wait(lambda: [name for name in board.names('New') if board.card(name).has('selected')] == PEOPLE[1:4],
             'Ben, Cleo and Dan selected')
        drag(board.card('Cleo Carter').point(), board.empty('Form'), picture=shot('many-cancel'), cancel=True)
        stand_still(office.twilio)
        check(board.names('New') == PEOPLE, 'everybody where they were')
        check(office.ctl('outbox') == [], 'nothing to send')

        drag(board.card('Cleo Carter').point(), board.empty('Form'))
        wait(lambda: board.names('Form') == PEOPLE[1:4], 'the selection to go together, in its order')
        check(board.names('New') == ['Ana Archer', 'Eve Ellis'], 'the others where they were')
        office.twilio.wait_posts(3)
        stand_still(office.twilio)
        check(sorted(post['form']['To'] for post in office.twilio.posts()) == [phone(2), phone(3), phone(4)],
              'one message to each of the three')


run(globals())
