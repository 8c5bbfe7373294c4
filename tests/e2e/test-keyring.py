"""The secret of an account comes from the keyring of the session, and from nowhere else."""
import os

from callboard_e2e import check, run
from callboard_office import SECRET, Board, Office, check_post, phone, texts


def test_a_drop_sends_with_the_secret_of_the_keyring():
    with Office(['Ana Archer'], undo=1, keyring=True) as office:
        check(not [name for name in {**os.environ, **office.environment} if name.startswith('CALLBOARD_SECRET')],
              'no secret in the environment')
        for folder, _, names in os.walk(office.environment['CALLBOARD_DATA_DIR']):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    check(SECRET.encode() not in file.read(), f'no secret in {name}')
        with office.open() as callboard:
            board = Board(callboard)
            board.card('Ana Archer').drag_to(board.empty('Form'))
            check_post(office.twilio.wait_posts(1)[0], phone(1), texts('Ana')[0])
            board.wait_card('Ana Archer', 'Form', 'Delivered')


run(globals())
