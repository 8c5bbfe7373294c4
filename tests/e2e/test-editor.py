"""A job is made of a template, its campaign edited, published and rehearsed, with the real pointer."""
import os
import re

from callboard_e2e import Callboard, check, drag, key, run, screenshot, shot, type_text, wait, xdotool

DATA = os.path.join(os.environ['G_TEST_SRCDIR'], 'data')
REQUEST = 'Driving licence'
QUESTION = 'When can you begin with us?'
# The number of the button that the wheel is for X.
WHEEL_DOWN = 5


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


def make_job(callboard):
    """Of the template for offices; nobody has applied yet."""
    hit(callboard.window().find('New Job', 'push button'))
    dialog = callboard.window('New Job')
    hit(dialog.find('Office', 'list item'))
    hit(dialog.find('Title', 'text'))
    key('ctrl+a')
    type_text('Stagehand')
    hit(dialog.find('Create', 'push button'))


def open_editor(callboard):
    hit(callboard.window('Stagehand — Callboard').find(re.compile('Edit Stages'), 'push button'))
    job = callboard.window('Stagehand')
    hit(job.find('Stages', 'page tab'))
    hit(job.find('First questions', 'list item'))
    hit(job.find(re.compile('Edit Campaign'), 'push button'))
    return Editor(callboard, 'First questions')


def edit_question(editor):
    editor.hit(editor.part('^Questions'))
    card = editor.window.find('1. Short answer', 'panel')
    editor.hit(card.find('What do you do at the moment?', 'label'))
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


def test_a_campaign_of_a_template_is_edited_published_and_rehearsed():
    with Callboard() as callboard:
        make_job(callboard)
        editor = open_editor(callboard)
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
        editor.hit(messages.find('In the office', 'push button'))
        messages.find(re.compile('could you start'), 'list item')
        say(editor, phone, 'At once')
        messages.find(re.compile('yearly salary'), 'list item')
        say(editor, phone, '30000')
        messages.find(re.compile('attracts you'), 'list item')
        say(editor, phone, 'The stage, and the people on it')
        messages.find(re.compile(re.escape(REQUEST)), 'list item')
        editor.hit(phone.find('Attach Files', 'push button'))
        callboard.window('Attach Files')
        type_text(os.path.join(DATA, 'phone', 'rules.pdf'))
        key('Return')
        editor.hit(phone.find('Send the answer', 'push button'))
        messages.find(re.compile('that helps us a lot'), 'list item')
        screenshot(shot('editor-rehearsed'))


def test_a_narrow_window_shows_one_pane_at_a_time():
    with Callboard() as callboard:
        make_job(callboard)
        editor = open_editor(callboard)
        for width in 600, 1240, 600:
            callboard.resize(editor.window, width, 700)
            if width > 1000:
                editor.window.gone('Parts of the campaign', 'push button')
            else:
                editor.window.find('Parts of the campaign', 'push button')
        screenshot(shot('editor-narrow'))
        editor.hit(editor.window.find('Parts of the campaign', 'push button'))
        editor.hit(editor.part('^Conclusion'))
        editor.window.find('Parts of the campaign', 'push button')


def test_the_wheel_scrolls_and_changes_no_number():
    with Callboard() as callboard:
        make_job(callboard)
        editor = open_editor(callboard)
        editor.hit(editor.part('^Settings'))
        number = editor.window.find(role='spin button')
        callboard.resize(editor.window, 1000, 520)
        wait(lambda: number.box()[2] > 0, 'the number stands in the form')
        before, place = number.text, number.box()
        xdotool('mousemove', *number.point(), 'click', '--repeat', 3, '--delay', 50, WHEEL_DOWN)
        wait(lambda: number.box() != place, 'the form has scrolled')
        check(number.text == before, f'the number is {before}, not {number.text}')


def say(editor, phone, text):
    editor.hit(phone.find('Answer as the candidate', 'text'))
    type_text(text)
    key('Return')


run(globals())
