"""A job is made of a template, and the campaign of a stage is opened, by keys alone."""
import re
import time

from callboard_e2e import PACE, Callboard, check, key, run, screenshot, shot, wait, xdotool


class Desk:
    """A person in front of one window, without a pointer."""

    def __init__(self, callboard, title):
        self.callboard = callboard
        self.window = callboard.window(title)
        wait(self.is_active, f'{self.window} is in front')

    def is_active(self):
        return xdotool('getactivewindow') == self.callboard.shown(self.window)

    def focused(self):
        """The names of what has the focus."""
        return [node.name for node, _ in self.window.walk() if node.has('focused')]

    def is_at(self, name):
        return any(re.search(name, found) for found in self.focused())

    def tab_to(self, name, by='Tab', most=40):
        """Goes on until what has the focus is named so."""
        for _ in range(most):
            if self.is_at(name):
                return
            key(by)
            time.sleep(PACE)
        check(self.is_at(name), f'the focus comes to {name}, not only to {self.focused()}')


def make_job(callboard):
    key('ctrl+n')
    desk = Desk(callboard, 'New Job')
    wait(lambda: desk.is_at('^From Scratch'), 'the first choice has the focus')
    desk.tab_to('^Care$')
    screenshot(shot('job-templates'))
    key('Return')
    wait(lambda: not desk.is_at('^Care$'), 'the details of the job')
    key('alt+r')
    return Desk(callboard, 'Care assistant — Callboard')


def open_editor(callboard, board):
    board.tab_to('^Main Menu$')
    key('Return')
    board.window.find(re.compile('Edit Job'))
    key('e')
    desk = Desk(callboard, 'Care assistant')
    desk.tab_to('^Stages$')
    key('space')
    desk.window.find('Trial day', 'list item')
    desk.tab_to('^Trial day$')
    screenshot(shot('job-stages'))
    key('Return')
    desk.tab_to('Edit Campaign')
    key('Return')
    return Desk(callboard, 'Trial day – Care assistant')


def names(desk):
    rows = desk.window.find('Parts of the campaign', 'list').all(role='list item')
    return [row.name.split(',')[0] for row in rows]


def test_a_job_is_made_of_a_template_and_its_campaign_opened():
    with Callboard() as callboard:
        board = make_job(callboard)
        board.window.find('Care assistant', 'list item')
        desk = open_editor(callboard, board)
        check(names(desk) == ['Welcome', 'Content', 'Questions', 'Conclusion', 'Settings'], f'its parts: {names(desk)}')
        desk.tab_to('^Questions')


run(globals())
