"""The board under a real pointer and real keys, and what assistive technology sees of it; the program is board-demo."""
import os
import re
import sys
import time

sys.path.insert(0, os.path.join(os.environ['G_TEST_SRCDIR'], 'e2e'))

from callboard_e2e import Callboard, check, click, drag, held, key, run, type_text, wait, xdotool, PACE  # noqa: E402


def demo():
    """The demo, which any warning of GTK ends."""
    return Callboard('--stages=6', '--cards=40', '--width=1240', '--height=760', program=os.environ['BOARD_DEMO'],
                     environment={'G_DEBUG': 'fatal-warnings'})


def column(callboard, name):
    return callboard.find(name, 'list')


def card(callboard, name, stage):
    return column(callboard, stage).find(name, 'list item')


def cards(callboard, stage):
    return [node.name for node in column(callboard, stage).children]


def arrives(callboard, name, stage, place):
    """Waits until the card stands there, has the focus, and says so."""
    def there():
        found = [node for node in column(callboard, stage).children if node.name == name]
        return found and found[0].has('focused') and re.match(f'In {stage}, {place} of ', found[0].description)
    wait(there, f'{name} at {place} in {stage}')


def hover(start, points):
    """Takes a card up and carries it, without letting go."""
    xdotool('mousemove', *start)
    time.sleep(PACE)
    xdotool('mousedown', 1)
    time.sleep(PACE)
    for x, y in points:
        xdotool('mousemove', x, y)
        time.sleep(PACE)


def test_drag_one():
    with demo() as callboard:
        start = card(callboard, 'Dmitri Eriksen', 'Applied')
        target = card(callboard, 'Søren Okafor', 'Screening')
        start.drag_to(target.point(down=0.9))
        arrives(callboard, 'Dmitri Eriksen', 'Screening', 4)
        check('Dmitri Eriksen' not in cards(callboard, 'Applied')[:5], 'the card left its column')


def test_drag_many():
    with demo() as callboard:
        click(card(callboard, 'Björn Baker', 'Applied').point())
        click(card(callboard, 'Dmitri Eriksen', 'Applied').point(), hold=['shift'])
        click(card(callboard, 'Farid Hughes', 'Applied').point(), hold=['ctrl'])
        check(card(callboard, 'Chloé Dubois', 'Applied').has('selected'), 'Shift selects what lies between')
        drag(card(callboard, 'Chloé Dubois', 'Applied').point(), column(callboard, 'Screening').point(down=0.2))
        wait(lambda: {'Björn Baker', 'Chloé Dubois', 'Dmitri Eriksen', 'Farid Hughes'} <= set(cards(callboard, 'Screening')),
             'all four moved')
        check(cards(callboard, 'Applied')[0] == 'Esther García Márquez', 'the card between stayed')


def test_reorder():
    with demo() as callboard:
        card(callboard, 'Björn Baker', 'Applied').drag_to(card(callboard, 'Dmitri Eriksen', 'Applied').point(down=0.9))
        arrives(callboard, 'Björn Baker', 'Applied', 3)


def test_escape():
    with demo() as callboard:
        before = cards(callboard, 'Applied')
        hover(card(callboard, 'Dmitri Eriksen', 'Applied').point(),
              [(x, 400) for x in range(200, 420, 40)])
        key('Escape')
        time.sleep(PACE)
        xdotool('mouseup', 1)
        time.sleep(3 * PACE)
        check(cards(callboard, 'Applied') == before, 'everything is as before')
        # And the next drag works.
        card(callboard, 'Björn Baker', 'Applied').drag_to(card(callboard, 'Dmitri Eriksen', 'Applied').point(down=0.9))
        arrives(callboard, 'Björn Baker', 'Applied', 3)


def test_refusal():
    with demo() as callboard:
        before = cards(callboard, 'Interview')
        x, y = card(callboard, before[0], 'Interview').point()
        hover(card(callboard, 'Dmitri Eriksen', 'Applied').point(), [(x - 300, y), (x - 100, y + 100), (x, y + 110), (x, y + 112)])
        callboard.find(re.compile('The campaign is empty'), 'label')
        xdotool('mouseup', 1)
        time.sleep(3 * PACE)
        check(cards(callboard, 'Interview') == before, 'nothing came in')
        callboard.gone(re.compile('The campaign is empty'), 'label')


def test_autoscroll():
    with demo() as callboard:
        x, y, width, height = column(callboard, 'Applied').box()
        hover(card(callboard, 'Björn Baker', 'Applied').point(),
              [(x + 60, y + 100), (x + 60, y + 300), (x + 60, y + height - 30), (x + 60, y + height - 4), (x + 61, y + height - 3)])
        wait(lambda: 'Priya Kaur' in cards(callboard, 'Applied'), 'the column scrolls under the pointer')
        xdotool('mousemove', x + 60, y + height // 2)
        time.sleep(PACE)
        xdotool('mousemove', x + 61, y + height // 2 + 1)
        time.sleep(PACE)
        xdotool('mouseup', 1)
        wait(lambda: any(node.name == 'Björn Baker' and node.has('focused') and
                         not re.match('In Applied, [1-9] of', node.description)
                         for node in column(callboard, 'Applied').children), 'the card stands further down')


def test_keys():
    with demo() as callboard:
        click(card(callboard, 'Björn Baker', 'Applied').point())
        wait(lambda: card(callboard, 'Björn Baker', 'Applied').has('focused'), 'a click gives the focus')
        key('Down', 'Down', 'ctrl+shift+Right')
        arrives(callboard, 'Dmitri Eriksen', 'Screening', 1)
        key('ctrl+shift+Down')
        arrives(callboard, 'Dmitri Eriksen', 'Screening', 2)
        key('m')
        time.sleep(3 * PACE)
        type_text('off')
        time.sleep(PACE)
        key('Return')
        arrives(callboard, 'Dmitri Eriksen', 'Offer', 1)
        key('ctrl+shift+End')
        arrives(callboard, 'Dmitri Eriksen', 'Offer', 41)
        key('ctrl+z')
        wait(lambda: any(node.has('focused') for node in column(callboard, 'Offer').children), 'the focus is not lost')


def test_actions():
    with demo() as callboard:
        start = card(callboard, 'Chloé Dubois', 'Applied')
        for action in ('card.open', 'card.move-left', 'card.move-right', 'card.move-up', 'card.move-down', 'card.move-to',
                       'card.send-again', 'card.move-without-sending', 'card.select', 'card.menu'):
            check(action in start.actions, f'a screen reader sees {action}')
        start.do('card.select')
        wait(lambda: card(callboard, 'Chloé Dubois', 'Applied').has('selected'), 'it is selected')
        start.do('card.move-right')
        arrives(callboard, 'Chloé Dubois', 'Screening', 1)
        check(card(callboard, 'Chloé Dubois', 'Screening').description.startswith('In Screening, 1 of 41, Sending'),
              'it says where it is, and its status')


run(globals())
