"""A job is made of a template, and a campaign of it is edited, published and rehearsed, by keys alone."""
import os
import re
import time

from callboard_e2e import PACE, Callboard, check, key, run, screenshot, shot, type_text, wait, xdotool

PAPERS = os.path.join(os.environ['G_TEST_SRCDIR'], 'data', 'phone', 'rules.pdf')
QUESTION = 'Which day shall we expect you?'
REQUEST = 'Proof of vaccination'


class Desk:
    """A person in front of one window, without a pointer."""

    def __init__(self, callboard, title):
        self.callboard = callboard
        self.window = callboard.window(title)
        wait(self.is_active, f'{self.window} is in front')

    def is_active(self):
        return xdotool('getactivewindow') == self.callboard.shown(self.window)

    def focused(self):
        """The names of what has the focus, without the marks of mnemonics."""
        return [node.name for node, _ in self.window.walk() if node.has('focused')]

    def is_at(self, name):
        fits = re.compile(name) if isinstance(name, str) else name
        return any(fits.search(found) for found in self.focused())

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


def edit_question(desk):
    """Return on the part goes to its form, and there the cards of the questions are opened."""
    desk.tab_to('^Welcome')
    desk.tab_to('^Questions', by='Down')
    key('Return')
    wait(lambda: desk.is_at('^1. Yes or no'), 'the first question has the focus')
    desk.tab_to('^2. Short answer')
    key('Return')
    desk.tab_to('^Question$')
    key('ctrl+a')
    type_text(QUESTION)
    desk.window.find(re.compile(re.escape(QUESTION)), 'list item')


def add_request(desk):
    """The new module stands behind the selected one, and takes its place before it."""
    desk.tab_to('^Questions,', by='shift+Tab')
    desk.tab_to('^Collect$')
    key('Return')
    wait(lambda: desk.is_at('^Collect,|^Collect$') and 'Collect' in names(desk), 'the new module has the focus')
    key('alt+Up')
    wait(lambda: names(desk) == ['Welcome', 'Content', 'Collect', 'Questions', 'Conclusion', 'Settings'], 'its place')


def publish(desk):
    key('F8')
    desk.window.find('Problems', 'list').find(role='list item')
    wait(lambda: any(n.has('focused') for n in desk.window.find('Problems', 'list').all(role='list item')), 'problem')
    key('Return')
    wait(lambda: [n for n in desk.window.all(role='text') if n.has('focused')], 'the field of the problem')
    type_text(REQUEST)
    desk.window.find(re.compile(REQUEST), 'list item')
    wait(lambda: desk.window.find('Publish', 'push button').has('sensitive'), 'no errors')
    key('ctrl+s')
    desk.window.find(re.compile('Version 2 is published'))


def say(phone, text):
    phone.tab_to('Answer as the candidate')
    type_text(text)
    key('Return')


def rehearse(callboard, desk):
    desk.tab_to('Rehearse')
    key('Return')
    phone = Desk(callboard, 'Rehearsal')
    messages = phone.window.find('Messages on the phone', 'list')
    messages.find('Start', 'push button')
    say(phone, 'Start')
    messages.find(re.compile(re.escape(REQUEST)), 'list item')
    phone.tab_to('Attach Files')
    key('Return')
    callboard.window('Attach Files')
    type_text(PAPERS)
    key('Return')
    wait(phone.is_active, 'the phone is in front again')
    phone.tab_to('Send the answer')
    key('Return')
    messages.find(re.compile('come for a trial day'), 'list item')
    say(phone, 'Yes')
    messages.find(re.compile(re.escape(QUESTION)), 'list item')
    say(phone, 'Tuesday')
    messages.find(re.compile('we confirm the day'), 'list item')
    screenshot(shot('keyboard-rehearsed'))


def test_a_campaign_of_a_template_is_edited_published_and_rehearsed():
    with Callboard() as callboard:
        board = make_job(callboard)
        board.window.find('Care assistant', 'list item')
        desk = open_editor(callboard, board)
        edit_question(desk)
        add_request(desk)
        publish(desk)
        rehearse(callboard, desk)


run(globals())
