"""A campaign is edited, published and rehearsed in the editor, with the real pointer."""
import os
import re

from callboard_e2e import Callboard, check, drag, key, run, screenshot, shot, type_text, wait
from callboard_office import Board, Office

DATA = os.path.join(os.environ['G_TEST_SRCDIR'], 'data')
REQUEST = 'Driving licence'
QUESTION = 'When can you begin with us?'


class Workshop(Office):
    """An office without an account, whose campaigns are the texts a new job begins with."""

    def __enter__(self):
        self.ctl('job', 'create', 'Stagehand', '--country', 'GB', '--location', 'Leeds', '--manager', 'Iris Moon',
                 '--stage', 'review:New', '--stage', 'form:Form')
        return self

    def add_account(self):
        """The rehearsal is there by itself."""


def hit(node):
    """Clicks in the middle of something, once it stands still inside the window."""
    last = [None]

    def still():
        before, last[0] = last[0], node.box()
        return last[0] == before and last[0][2] > 0
    wait(still, f'{node} stands still')
    node.click()


class Editor:
    """The editor of a campaign, under a person's hands."""

    def __init__(self, callboard, stage):
        self.callboard = callboard
        self.window = callboard.window(f'{stage} – Stagehand')
        self.parts = self.window.find('Parts of the campaign', 'list')

    def hit(self, node):
        hit(node)

    def part(self, name):
        return self.parts.find(re.compile(name), 'list item')

    def names(self):
        return [row.name.split(',')[0] for row in self.parts.all(role='list item')]


def replace(editor, node, text):
    editor.hit(node)
    key('ctrl+a')
    type_text(text)


def edit_question(editor):
    editor.hit(editor.part('^Questions'))
    card = editor.window.find('1. Short answer', 'panel')
    editor.hit(card.find('When could you start?', 'label'))
    replace(editor, card.find(role='text'), QUESTION)
    editor.part(re.escape(QUESTION))


def add_request(editor):
    """Dragged behind the questions, a new module stands there; Escape leaves all as it was."""
    button = editor.window.find('Collect', 'push button')
    x, y, width, height = editor.part('^Questions').box()
    target = (x + width // 2, y + height - 4)
    drag(button.point(), target, cancel=True)
    check(editor.names() == ['Welcome', 'Questions', 'Conclusion', 'Settings'], f'nothing is dropped: {editor.names()}')
    drag(button.point(), target, picture=shot('editor-drag'))
    editor.part('^Collect')
    check(editor.names() == ['Welcome', 'Questions', 'Collect', 'Conclusion', 'Settings'], f'it is there: {editor.names()}')
    check(not editor.window.find('Publish', 'push button').has('sensitive'), 'an unnamed request is not published')


def test_a_module_is_dragged_in_published_and_rehearsed():
    with Workshop([]) as workshop, workshop.open() as callboard:
        Board(callboard).column('Form').do('column.edit-campaign')
        editor = Editor(callboard, 'Form')
        edit_question(editor)
        add_request(editor)
        editor.hit(editor.window.find(re.compile('error'), 'push button'))
        editor.hit(editor.window.find('Problems', 'list').find(role='list item'))
        wait(lambda: [node for node in editor.window.all(role='text') if node.has('focused')], 'the field of the problem')
        type_text(REQUEST)
        editor.part(re.escape(REQUEST))
        publish = editor.window.find('Publish', 'push button')
        wait(lambda: publish.has('sensitive'), 'a campaign without errors')
        screenshot(shot('editor-ready'))
        editor.hit(publish)
        editor.window.find(re.compile('Version 2 is published'))
        wait(lambda: not publish.has('sensitive'), 'nothing more to publish')

        editor.hit(editor.window.find('Rehearse', 'push button'))
        phone = callboard.window('Rehearsal')
        messages = phone.find('Messages on the phone', 'list')
        editor.hit(messages.find('Start', 'push button'))
        messages.find(re.compile(re.escape(QUESTION)), 'list item')
        say(editor, phone, 'Tomorrow')
        messages.find(re.compile('by yourself'), 'list item')
        say(editor, phone, 'Yes')
        messages.find(re.compile(re.escape(REQUEST)), 'list item')
        editor.hit(phone.find('Attach Files', 'push button'))
        callboard.window('Attach Files')
        type_text(os.path.join(DATA, 'phone', 'rules.pdf'))
        key('Return')
        editor.hit(phone.find('Send the answer', 'push button'))
        messages.find(re.compile('that is everything'), 'list item')
        screenshot(shot('editor-rehearsed'))


def test_a_job_is_made_of_a_template_and_its_campaign_opened():
    with Callboard() as callboard:
        hit(callboard.window().find('New Job', 'push button'))
        dialog = callboard.window('New Job')
        hit(dialog.find('Office', 'list item'))
        hit(dialog.find('Title', 'text'))
        key('ctrl+a')
        type_text('Stagehand')
        hit(dialog.find('Create', 'push button'))
        board = callboard.window('Stagehand — Callboard')
        hit(board.find(re.compile('Edit Stages'), 'push button'))
        jobs = callboard.window('Stagehand')
        hit(jobs.find('Stages', 'page tab'))
        hit(jobs.find('First questions', 'list item'))
        hit(jobs.find(re.compile('Edit Campaign'), 'push button'))
        editor = Editor(callboard, 'First questions')
        check('Questions' in editor.names(), f'its parts: {editor.names()}')
        screenshot(shot('editor-of-template'))


def say(editor, phone, text):
    editor.hit(phone.find('Answer as the candidate', 'text'))
    type_text(text)
    key('Return')


run(globals())
