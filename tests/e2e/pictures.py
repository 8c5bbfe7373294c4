"""pictures.py FOLDER

Saves pictures of the window on the sample, light and dark, wide and narrow: the board, and a card that is open.
Start it through tests/e2e/session, with a screen that is larger than the window.
"""
import os
import re
import sys

from callboard_e2e import Callboard

LOOKS = [('light', 1280), ('light', 600), ('dark', 1280), ('dark', 600)]
HEIGHT = 800
ANSWERED = re.compile('Leah Harris')


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for scheme, width in LOOKS:
        environment = {'ADW_DEBUG_COLOR_SCHEME': f'prefer-{scheme}', 'CALLBOARD_DATA_DIR': os.environ['CALLBOARD_DATA_DIR']}
        with Callboard(environment=environment) as callboard:
            window = callboard.window()
            card = window.find(ANSWERED, role='list item')
            callboard.resize(window, width, HEIGHT)
            callboard.picture(window, f'{folder}/board-{scheme}-{width}.png')
            card.do('card.open')
            window.find('Conversation', role='page tab')
            callboard.picture(window, f'{folder}/card-{scheme}-{width}.png')
    print(f'{2 * len(LOOKS)} pictures of the window are in {folder}')


if __name__ == '__main__':
    main(sys.argv[1])
