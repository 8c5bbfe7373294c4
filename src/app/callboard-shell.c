/* callboard-shell.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-shell.h"

#include "callboard-page-bin.h"

struct _CallboardShell
{
  AdwBin            parent_instance;

  GtkWidget        *add_button;
  AdwBin           *board_slot;
  AdwFlap          *details_flap;
  CallboardPageBin *details_slot;
  AdwHeaderBar     *header;
  GtkWidget        *menu_button;
  GtkSearchBar     *search_bar;
  GtkWidget        *search_button;
  GtkEditable      *search_entry;
  CallboardSidebar *sidebar;
  AdwFlap          *sidebar_flap;
  GtkStack         *stack;
  AdwWindowTitle   *title;
  AdwToastOverlay  *toasts;
  GtkRevealer      *trouble;
  GtkLabel         *trouble_label;
  AdwBin           *tray_slot;

  AdwToast         *toast;
};

G_DEFINE_FINAL_TYPE (CallboardShell, callboard_shell, ADW_TYPE_BIN)

enum {
  DETAILS_CLOSED,
  SEARCH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const pages[] = {
  [CALLBOARD_SHELL_BOARD] = "board",
  [CALLBOARD_SHELL_EMPTY_JOB] = "empty-job",
  [CALLBOARD_SHELL_EMPTY_PROGRAM] = "empty-program",
  [CALLBOARD_SHELL_TRAY] = "tray",
};

static void
on_details_changed_cb (CallboardShell *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->details_flap);
  gboolean folded = adw_flap_get_folded (self->details_flap);

  g_assert (CALLBOARD_IS_SHELL (self));

  adw_header_bar_set_show_end_title_buttons (self->header, !shown || folded);

  if (!shown)
    g_signal_emit (self, signals[DETAILS_CLOSED], 0);
}

/* Where window buttons stand at the start, the header that is first has them. */
static void
on_sidebar_changed_cb (CallboardShell *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->sidebar_flap);
  gboolean folded = adw_flap_get_folded (self->sidebar_flap);

  g_assert (CALLBOARD_IS_SHELL (self));

  adw_header_bar_set_show_start_title_buttons (self->header, !shown || folded);
}

static void
on_search_changed_cb (CallboardShell *self)
{
  g_assert (CALLBOARD_IS_SHELL (self));

  g_signal_emit (self, signals[SEARCH_CHANGED], 0, gtk_editable_get_text (self->search_entry));
}

/* The bin would look for its child after the template has let go of it. */
static void
on_toast_dismissed_cb (CallboardShell *self,
                       AdwToast       *toast)
{
  g_assert (CALLBOARD_IS_SHELL (self));

  if (toast == self->toast)
    g_clear_object (&self->toast);
}

static void
callboard_shell_dispose (GObject *object)
{
  g_clear_object (&CALLBOARD_SHELL (object)->toast);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_SHELL);

  G_OBJECT_CLASS (callboard_shell_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/callboard-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, add_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, board_slot);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, details_flap);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, details_slot);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, header);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, search_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, title);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, toasts);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, tray_slot);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, trouble);
  gtk_widget_class_bind_template_child (widget_class, CallboardShell, trouble_label);
  gtk_widget_class_bind_template_callback (widget_class, on_details_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_changed_cb);
}

static void
callboard_shell_class_init (CallboardShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_shell_dispose;

  signals[DETAILS_CLOSED] =
    g_signal_new ("details-closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SEARCH_CHANGED] =
    g_signal_new ("search-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CALLBOARD_TYPE_PAGE_BIN);
  g_type_ensure (CALLBOARD_TYPE_SIDEBAR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
callboard_shell_init (CallboardShell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  on_sidebar_changed_cb (self);
}

CallboardSidebar *
callboard_shell_get_sidebar (CallboardShell *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SHELL (self), NULL);

  return self->sidebar;
}

void
callboard_shell_set_board (CallboardShell *self,
                           GtkWidget      *board)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  adw_bin_set_child (self->board_slot, board);
}

void
callboard_shell_set_details (CallboardShell *self,
                             GtkWidget      *details)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  callboard_page_bin_set_child (self->details_slot, details);
  g_object_bind_property (self->details_flap, "folded", details, "folded", G_BINDING_SYNC_CREATE);
}

void
callboard_shell_set_tray (CallboardShell *self,
                          GtkWidget      *tray)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  adw_bin_set_child (self->tray_slot, tray);
}

CallboardShellPage
callboard_shell_get_page (CallboardShell *self)
{
  const char *name;

  g_return_val_if_fail (CALLBOARD_IS_SHELL (self), CALLBOARD_SHELL_BOARD);

  name = gtk_stack_get_visible_child_name (self->stack);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_strcmp0 (name, pages[i]) == 0)
        return i;
    }

  return CALLBOARD_SHELL_BOARD;
}

void
callboard_shell_set_page (CallboardShell     *self,
                          CallboardShellPage  page)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));
  g_return_if_fail (page < G_N_ELEMENTS (pages));

  gtk_stack_set_visible_child_name (self->stack, pages[page]);
  gtk_widget_set_visible (self->search_button, page == CALLBOARD_SHELL_BOARD);
  gtk_widget_set_visible (self->add_button, page != CALLBOARD_SHELL_EMPTY_PROGRAM);
  if (page != CALLBOARD_SHELL_BOARD)
    callboard_shell_end_search (self);
}

void
callboard_shell_set_title (CallboardShell *self,
                           const char     *title,
                           const char     *subtitle)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

void
callboard_shell_set_trouble (CallboardShell *self,
                             const char     *trouble)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  /* The words stay while the line goes away. */
  if (trouble != NULL)
    gtk_label_set_label (self->trouble_label, trouble);
  gtk_revealer_set_reveal_child (self->trouble, trouble != NULL);
}

void
callboard_shell_start_search (CallboardShell *self)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  if (callboard_shell_get_page (self) != CALLBOARD_SHELL_BOARD)
    return;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
callboard_shell_end_search (CallboardShell *self)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

gboolean
callboard_shell_get_details_beside (CallboardShell *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SHELL (self), FALSE);

  return adw_flap_get_reveal_flap (self->details_flap) && !adw_flap_get_folded (self->details_flap);
}

void
callboard_shell_show_details (CallboardShell *self)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  adw_flap_set_reveal_flap (self->details_flap, TRUE);
}

void
callboard_shell_hide_details (CallboardShell *self)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  adw_flap_set_reveal_flap (self->details_flap, FALSE);
}

gboolean
callboard_shell_get_sidebar_shown (CallboardShell *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SHELL (self), FALSE);

  return adw_flap_get_folded (self->sidebar_flap) || adw_flap_get_reveal_flap (self->sidebar_flap);
}

void
callboard_shell_set_sidebar_shown (CallboardShell *self,
                                   gboolean        shown)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  adw_flap_set_reveal_flap (self->sidebar_flap, shown);
}

void
callboard_shell_leave_sidebar (CallboardShell *self)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

void
callboard_shell_toggle_sidebar (CallboardShell *self)
{
  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  adw_flap_set_reveal_flap (self->sidebar_flap, !adw_flap_get_reveal_flap (self->sidebar_flap));
  if (adw_flap_get_folded (self->sidebar_flap) && adw_flap_get_reveal_flap (self->sidebar_flap))
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

/* The newest toast takes the place of the one before at once. (A toast of high priority would put that back into the
 * queue, and libadwaita 1.2 then aborts if it comes up again too soon.) */
void
callboard_shell_add_toast (CallboardShell *self,
                           AdwToast       *toast)
{
  g_autoptr(AdwToast) before = NULL;

  g_return_if_fail (CALLBOARD_IS_SHELL (self));

  before = g_steal_pointer (&self->toast);
  if (before != NULL)
    adw_toast_dismiss (before);

  self->toast = g_object_ref (toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
