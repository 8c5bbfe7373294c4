/* callboard-drag-escape.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-drag-escape.h"

#ifdef HAVE_X11

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

static gboolean
is_escape (const XEvent *event)
{
  const XIDeviceEvent *key = event->xcookie.data;

  return event->type == GenericEvent && event->xcookie.evtype == XI_KeyPress && key != NULL && key->event == key->root
         && key->detail == XKeysymToKeycode (event->xcookie.display, XK_Escape);
}

/* The signal is what GDK itself emits when it sees the key. */
static gboolean
on_xevent_cb (GtkDragSource *source,
              gpointer       event)
{
  GdkDrag *drag = gtk_drag_source_get_drag (source);

  g_assert (GTK_IS_DRAG_SOURCE (source));

  if (drag != NULL && is_escape (event))
    g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);

  return GDK_EVENT_PROPAGATE;
}

static void
on_drag_end_cb (GtkDragSource *source,
                GdkDrag       *drag)
{
  g_assert (GTK_IS_DRAG_SOURCE (source));

  g_signal_handlers_disconnect_by_func (gdk_drag_get_display (drag), on_xevent_cb, source);
  g_signal_handlers_disconnect_by_func (source, on_drag_end_cb, NULL);
}

void
callboard_drag_escape_watch (GtkDragSource *source)
{
  GdkDrag *drag = gtk_drag_source_get_drag (source);
  GdkDisplay *display = drag ? gdk_drag_get_display (drag) : NULL;

  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));

  if (!GDK_IS_X11_DISPLAY (display))
    return;

  g_signal_connect_object (display, "xevent", G_CALLBACK (on_xevent_cb), source, G_CONNECT_SWAPPED);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_drag_end_cb), NULL);
}

#else

void
callboard_drag_escape_watch (GtkDragSource *source)
{
  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));
}

#endif
