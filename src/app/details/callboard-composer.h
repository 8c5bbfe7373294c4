/* callboard-composer.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_COMPOSER (callboard_composer_get_type())

/* Where the recruiter types. Return sends, Shift+Return begins a line. ::send (text) says that something shall leave; who
 * sends it clears the composer once it is in the outbox, so that nothing typed is lost. */
G_DECLARE_FINAL_TYPE (CallboardComposer, callboard_composer, CALLBOARD, COMPOSER, GtkWidget)

char *callboard_composer_dup_text    (CallboardComposer *self);
void  callboard_composer_set_text    (CallboardComposer *self,
                                      const char        *text);

/* Says why nothing can be sent, and takes no text; NULL lets it. */
void  callboard_composer_set_refusal (CallboardComposer *self,
                                      const char        *refusal);

/* Says something about what can be sent, such as until when; or NULL. */
void  callboard_composer_set_note    (CallboardComposer *self,
                                      const char        *note);

/* Whether a message that was typed is on its way into the outbox. */
void  callboard_composer_set_busy    (CallboardComposer *self,
                                      gboolean           busy);

G_END_DECLS
