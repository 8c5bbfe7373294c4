/* test-templates.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <locale.h>

/* Returns the class that a description is the template of, or NULL. */
static char *
find_class (GBytes *description)
{
  g_autoptr(GRegex) regex = g_regex_new ("<template [^>]*class=\"([^\"]+)\"", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match_full (regex, g_bytes_get_data (description, NULL), g_bytes_get_size (description), 0, 0, &match, NULL);

  return g_match_info_matches (match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
build_class (const char *name)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();
  GType type = gtk_builder_get_type_from_name (builder, name);
  GtkWidget *widget;

  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));

  if (G_TYPE_IS_ABSTRACT (type))
    return;

  widget = g_object_new (type, NULL);

  if (GTK_IS_WINDOW (widget))
    {
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    {
      g_object_ref_sink (widget);
      g_assert_finalize_object (widget);
    }
}

/* Whatever is wrong in a description is a warning of GTK, and those end the test. */
static void
test_description (gconstpointer data)
{
  g_autoptr(GBytes) description = g_resources_lookup_data (data, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *name = find_class (description);

  if (name != NULL)
    {
      build_class (name);
    }
  else
    {
      g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (data);

      g_assert_nonnull (gtk_builder_get_objects (builder)->data);
    }
}

static void
add_descriptions (const char *folder)
{
  g_auto(GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);

      if (g_str_has_suffix (path, "/"))
        add_descriptions (path);
      else if (g_str_has_suffix (path, ".ui"))
        g_test_add_data_func_full (path, g_strdup (path), test_description, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add_descriptions (APP_PATH "/");

  return g_test_run ();
}
