"""A job is made of a template, and its stages are found in its editor, by keys alone."""
import re
import time

from callboard_e2e import PACE, Callboard, check, key, run, screenshot, shot, wait


def focused(callboard):
    return [node.name for node, _ in callboard.root.walk() if node.has('focused')]


def tab_to(callboard, name):
    """Tab until something has the focus, as somebody without a pointer does."""
    for _ in range(30):
        if name in focused(callboard):
            return
        key('Tab')
        time.sleep(PACE)
    check(False, f'the focus comes to {name}, not only to {focused(callboard)}')


def test_a_job_is_made_of_a_template_and_edited():
    with Callboard() as callboard:
        key('ctrl+n')
        callboard.window('New Job').find('Care', 'list item')
        tab_to(callboard, 'Care')
        screenshot(shot('job-templates'))
        key('Return')
        wait(lambda: 'Care' not in focused(callboard), 'the details of the job')
        key('alt+r')
        window = callboard.window('Care assistant — Callboard')
        window.find('Care assistant', 'list item')

        tab_to(callboard, 'Main Menu')
        key('Return')
        window.find(re.compile('Edit Job'))
        key('e')
        editor = callboard.window('Care assistant')
        tab_to(callboard, 'Stages')
        key('space')
        editor.find('Papers', 'list item')
        tab_to(callboard, 'Papers')
        screenshot(shot('job-stages'))


run(globals())
