/* test-preview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-draft-document.h"
#include "callboard-path-map.h"
#include "callboard-person-popover.h"
#include "callboard-phone-bubble.h"
#include "callboard-phone-view.h"
#include "callboard-picture.h"
#include "callboard-preview.h"
#include "callboard-test-office.h"

#define DOCUMENT                                                                                                \
  "{\"callboard\": 1, \"language\": \"en\","                                                                    \
  " \"welcome\": {\"text\": \"Hi {{candidate.first_name|there}}, thank you for applying as {{job.title}}.\"},"   \
  " \"modules\": ["                                                                                             \
  "  {\"id\": \"m1\", \"type\": \"questions\", \"questions\": ["                                                \
  "   {\"id\": \"q1\", \"type\": \"yes_no\", \"text\": \"Do you have a driving licence?\","                     \
  "    \"rules\": [{\"when\": \"no\", \"go\": \"m4\"}]},"                                                       \
  "   {\"id\": \"q2\", \"type\": \"single_choice\", \"text\": \"Which shift suits you?\", \"choices\": ["       \
  "    {\"id\": \"a\", \"label\": \"Early\"}, {\"id\": \"b\", \"label\": \"Late\"}, {\"id\": \"c\", \"label\": \"Night\"}," \
  "    {\"id\": \"d\", \"label\": \"Weekends only\"}],"                                                         \
  "    \"rules\": [{\"when\": \"a\", \"go\": \"m3\"}, {\"when\": \"b\", \"go\": \"m3\"}, {\"when\": \"c\", \"go\": \"conclusion\"}," \
  "     {\"when\": \"d\", \"go\": \"m5\"}]}]},"                                                                 \
  "  {\"id\": \"m2\", \"type\": \"content\", \"blocks\": ["                                                     \
  "   {\"id\": \"b1\", \"type\": \"text\", \"text\": \"Our driver's handbook has all about routes and breaks.\"}," \
  "   {\"id\": \"b2\", \"type\": \"image\", \"text\": \"The yard\"}]},"                                         \
  "  {\"id\": \"m3\", \"type\": \"collect\", \"requests\": ["                                                   \
  "   {\"id\": \"r1\", \"text\": \"Please send a picture of your licence.\", \"kinds\": [\"image\"]}]},"        \
  "  {\"id\": \"m4\", \"type\": \"video_interview\", \"prompts\": ["                                            \
  "   {\"id\": \"p1\", \"text\": \"Tell us why you would like to work with us.\", \"voice\": true}]},"          \
  "  {\"id\": \"m5\", \"type\": \"questions\", \"questions\": ["                                                \
  "   {\"id\": \"q3\", \"type\": \"rating\", \"text\": \"How was this conversation, dear {{candidate.nick}}?\"," \
  "    \"rules\": [{\"when\": \"<=2\", \"go\": \"conclusion\"}]},"                                              \
  "   {\"id\": \"q4\", \"type\": \"long_answer\", \"text\": \"\"}]}],"                                          \
  " \"conclusion\": {\"text\": \"Thank you, Zoë will call you.\"},"                                             \
  " \"settings\": {\"progress\": true}}"

typedef struct
{
  CallboardTestOffice *office;
  CallboardOpenDraft  *open;
  GtkWindow           *window;
  CallboardDraftNode  *node;
  char                *part;
  const char          *text;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDraft) draft = callboard_draft_from_document (DOCUMENT, &error);

  g_assert_no_error (error);
  fixture->office = callboard_test_office_new ();
  callboard_test_office_rehearse (fixture->office);
  fixture->open = callboard_open_draft_get (fixture->office->test->store, fixture->office->form, &error);
  g_assert_no_error (error);
  callboard_draft_adopt (callboard_open_draft_get_draft (fixture->open), draft, "Test");
}

/* It may be on its way to the disk still. */
static void
finalize_open (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  gpointer left = fixture->open;

  g_object_add_weak_pointer (G_OBJECT (fixture->open), &left);
  g_object_unref (fixture->open);
  while (left != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  g_assert_null (left);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->node);
  g_free (fixture->part);
  finalize_open (fixture);
  callboard_test_office_free (fixture->office);
}

static void
show (Fixture   *fixture,
      GtkWidget *panel,
      int        width)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, width, 760);
  gtk_window_set_child (fixture->window, panel);
  gtk_window_present (fixture->window);
}

static void
on_chosen_cb (Fixture            *fixture,
              CallboardDraftNode *node,
              const char         *part)
{
  g_set_object (&fixture->node, node);
  g_free (fixture->part);
  fixture->part = g_strdup (part);
}

/* Bubbles say what they show. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_is_visible (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
shows_text (gpointer data)
{
  Fixture *fixture = data;

  return find_label (GTK_WIDGET (fixture->window), fixture->text) != NULL;
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  g_test_message ("waiting for %s", text);
  fixture->text = text;
  callboard_picture_wait (shows_text, fixture);
}

static GtkWidget *
create_preview (Fixture *fixture)
{
  GtkWidget *preview = callboard_preview_new ();

  g_object_set (preview, "open", fixture->open, NULL);
  g_signal_connect_swapped (preview, "chosen", G_CALLBACK (on_chosen_cb), fixture);
  show (fixture, preview, 360);
  wait_for (fixture, "Do you have a driving licence?");

  return preview;
}

static void
toggle (GtkWidget  *preview,
        const char *name,
        gboolean    active)
{
  gtk_toggle_button_set_active (callboard_picture_find (preview, GTK_TYPE_TOGGLE_BUTTON, name), active);
}

static void
test_channels (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *preview = create_preview (fixture);

  g_assert_nonnull (find_label (preview, "Hi Alexandra"));
  g_assert_null (find_label (preview, "characters"));
  toggle (preview, "dark", FALSE);
  callboard_picture_show (fixture->window, "preview-whatsapp");
  toggle (preview, "dark", TRUE);
  callboard_picture_show (fixture->window, "preview-whatsapp-night");

  toggle (preview, "sms", TRUE);
  wait_for (fixture, "“ë” makes it longer");
  callboard_picture_show (fixture->window, "preview-sms-night");
  toggle (preview, "dark", FALSE);
  callboard_picture_show (fixture->window, "preview-sms");
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *preview = create_preview (fixture);
  CallboardDraft *draft = callboard_open_draft_get_draft (fixture->open);
  CallboardDraftNode *question = callboard_draft_find (draft, "q3");
  GtkWidget *kept = find_label (preview, "Which shift suits you?");

  wait_for (fixture, "There is no field called");
  callboard_preview_show (CALLBOARD_PREVIEW (preview), question, NULL);
  callboard_draft_node_set_text (question, "text", "How do you feel?");
  wait_for (fixture, "How do you feel?");
  g_assert_null (find_label (preview, "There is no field called"));

  /* What is not typed stays. */
  g_assert_true (find_label (preview, "Which shift suits you?") == kept);

  callboard_draft_node_remove (callboard_draft_node_get_parent (question));
  wait_for (fixture, "Question 1 of 4");
}

static gboolean
is_seen (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *label = find_label (GTK_WIDGET (fixture->window), fixture->text);
  GtkWidget *phone = callboard_picture_find (fixture->window, CALLBOARD_TYPE_PHONE_VIEW, NULL);
  graphene_rect_t place;

  return label != NULL && gtk_widget_compute_bounds (label, phone, &place) && place.origin.y > 60 &&
         place.origin.y + place.size.height < gtk_widget_get_height (phone);
}

static void
assert_marked (GtkWidget  *preview,
               const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (find_label (preview, text), GTK_TYPE_LIST_BOX_ROW);

  g_assert_true (gtk_widget_has_css_class (row, "marked"));
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *preview = create_preview (fixture);
  CallboardDraft *draft = callboard_open_draft_get_draft (fixture->open);
  CallboardDraftNode *root = callboard_draft_get_root (draft);

  fixture->text = "Tell us why";
  callboard_preview_show (CALLBOARD_PREVIEW (preview), callboard_draft_find (draft, "m4"), NULL);
  callboard_picture_wait (is_seen, fixture);
  assert_marked (preview, "Tell us why");

  fixture->text = "Zoë will call";
  callboard_preview_show (CALLBOARD_PREVIEW (preview), root, "conclusion");
  callboard_picture_wait (is_seen, fixture);
  assert_marked (preview, "Zoë will call");
  callboard_picture_show (fixture->window, "preview-end");

  fixture->text = "Hi Alexandra";
  callboard_preview_show (CALLBOARD_PREVIEW (preview), root, "welcome");
  callboard_picture_wait (is_seen, fixture);

  callboard_preview_show (CALLBOARD_PREVIEW (preview), root, "settings");
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_ancestor (find_label (preview, "Hi Alexandra"), GTK_TYPE_LIST_BOX_ROW), "marked"));
}

static void
press (GtkWidget  *preview,
       const char *text)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (preview, text), GTK_TYPE_LIST_BOX_ROW), "activate");
}

static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *preview = create_preview (fixture);
  CallboardDraft *draft = callboard_open_draft_get_draft (fixture->open);

  press (preview, "Which shift suits you?");
  g_assert_true (fixture->node == callboard_draft_find (draft, "q2"));
  g_assert_null (fixture->part);
  press (preview, "Zoë will call");
  g_assert_true (fixture->node == callboard_draft_get_root (draft));
  g_assert_cmpstr (fixture->part, ==, "conclusion");
}

static void
test_candidate (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 application = callboard_test_office_add (fixture->office, "Bertha", "+447700900001");
  GtkWidget *preview = create_preview (fixture);
  GtkMenuButton *person = callboard_picture_find (preview, GTK_TYPE_MENU_BUTTON, "person");
  CallboardPersonPopover *popover = CALLBOARD_PERSON_POPOVER (gtk_menu_button_get_popover (person));

  gtk_menu_button_popup (person);
  gtk_editable_set_text (callboard_picture_find (popover, GTK_TYPE_SEARCH_ENTRY, "search"), "bert");
  callboard_picture_show (fixture->window, "preview-person");
  gtk_menu_button_popdown (person);
  g_signal_emit_by_name (popover, "chosen", application, "Bertha");
  wait_for (fixture, "Hi Bertha");
  g_assert_cmpstr (gtk_menu_button_get_label (person), ==, "Bertha");
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), n) != NULL)
    n++;

  return n;
}

static gboolean
is_filled (gpointer data)
{
  CallboardPhoneView *phone = callboard_picture_find (((Fixture *) data)->window, CALLBOARD_TYPE_PHONE_VIEW, NULL);

  return count_rows (callboard_picture_find (phone, GTK_TYPE_LIST_BOX, "list")) == 60;
}

/* Of a long campaign a part stands on the phone, and what is written is in it. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  CallboardDraft *draft = callboard_open_draft_get_draft (fixture->open);
  CallboardDraftNode *root = callboard_draft_get_root (draft), *last = NULL;
  GtkWidget *preview;

  callboard_draft_begin (draft, "Test");
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(CallboardDraftNode) module = callboard_draft_create (draft, "content");
      g_autoptr(CallboardDraftNode) block = NULL;
      g_autofree char *text = g_strdup_printf ("Block number %u.", i);

      callboard_draft_node_insert (root, "modules", G_MAXUINT, module);
      block = g_list_model_get_item (callboard_draft_node_get_list (module, "blocks"), 0);
      callboard_draft_node_set_text (block, "text", text);
      last = module;
    }
  callboard_draft_end (draft);

  preview = create_preview (fixture);
  callboard_picture_wait (is_filled, fixture);
  g_assert_null (find_label (preview, "Block number 99."));
  callboard_preview_show (CALLBOARD_PREVIEW (preview), last, NULL);
  fixture->text = "Block number 99.";
  callboard_picture_wait (is_seen, fixture);
  callboard_picture_show (fixture->window, "preview-long");

  g_signal_emit_by_name (callboard_picture_find (preview, GTK_TYPE_BUTTON, "earlier"), "clicked");
  g_assert_null (find_label (preview, "Block number 99."));
  g_assert_nonnull (find_label (preview, "Block number 30."));
}

static void
on_stop_chosen_cb (Fixture            *fixture,
                   CallboardDraftNode *node,
                   const char         *part)
{
  on_chosen_cb (fixture, node, part);
}

static GtkWidget *
create_map (Fixture *fixture,
            int      width)
{
  GtkWidget *map = callboard_path_map_new ();

  g_object_set (map, "open", fixture->open, NULL);
  g_signal_connect_swapped (map, "chosen", G_CALLBACK (on_stop_chosen_cb), fixture);
  show (fixture, map, width);
  wait_for (fixture, "Conclusion");

  return map;
}

static void
test_map (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *map = create_map (fixture, 420);
  CallboardDraft *draft = callboard_open_draft_get_draft (fixture->open);

  g_assert_nonnull (find_label (map, "No path comes here"));
  callboard_picture_show (fixture->window, "path-map");

  /* A choice may be left out: then the normal flow goes on. */
  callboard_draft_node_set_boolean (callboard_draft_find (draft, "q2"), "required", FALSE);
  callboard_picture_wait (shows_text, (fixture->text = "Our driver's handbook", fixture));
  callboard_draft_node_set_text (callboard_draft_find (draft, "b1"), "text", "Something else");
  wait_for (fixture, "Something else");
  g_assert_null (find_label (map, "No path comes here"));
}

static void
test_map_keys (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *map = create_map (fixture, 360);
  CallboardDraft *draft = callboard_open_draft_get_draft (fixture->open);
  GtkWidget *first = callboard_picture_find (map, GTK_TYPE_BUTTON, NULL);

  gtk_widget_grab_focus (first);
  g_signal_emit_by_name (first, "clicked");
  g_assert_true (fixture->node == callboard_draft_get_root (draft));
  g_assert_cmpstr (fixture->part, ==, "welcome");

  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_DOWN);
  g_signal_emit_by_name (gtk_window_get_focus (fixture->window), "clicked");
  g_assert_true (fixture->node == callboard_draft_find (draft, "m1"));
  g_assert_null (fixture->part);
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_UP);
  g_assert_true (gtk_window_get_focus (fixture->window) == first);
  callboard_picture_show (fixture->window, "path-map-narrow");
}

static void
use_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), APP_PATH "/icons");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  use_style ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/preview/channels", test_channels);
  ADD ("/preview/typing", test_typing);
  ADD ("/preview/follows", test_follows);
  ADD ("/preview/chosen", test_chosen);
  ADD ("/preview/candidate", test_candidate);
  ADD ("/preview/long", test_long);
  ADD ("/path-map/paths", test_map);
  ADD ("/path-map/keys", test_map_keys);

  return g_test_run ();
}
