/* callboard-phone-media.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-phone-message.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PHONE_MEDIA (callboard_phone_media_get_type())

/* A file in a bubble: a picture as a picture, once it is loaded, anything else as its name with a symbol. */
G_DECLARE_FINAL_TYPE (CallboardPhoneMedia, callboard_phone_media, CALLBOARD, PHONE_MEDIA, GtkWidget)

/* A picture takes @max_height pixels at most. */
GtkWidget  *callboard_phone_media_new      (const CallboardPhoneFile *file,
                                            int                       max_height);

/* What a kind of file is called: "Picture", "Video", "Voice message", "Document". */
const char *callboard_phone_media_describe (const char               *type);

/* The symbol that stands for it. */
const char *callboard_phone_media_get_icon (const char               *type);

G_END_DECLS
