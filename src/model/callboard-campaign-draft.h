/* callboard-campaign-draft.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-draft-module.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_CAMPAIGN_DRAFT (callboard_campaign_draft_get_type())

/* A campaign that is being written. Properties: language, welcome, conclusion and concludes, whether it has one,
 * progress, expiry-days, where 0 stands for the usual time, and nudges, which are kept as JSON; "" for the usual ones.
 * The engine makes it from a campaign document and back (callboard-plain-draft.h). */
G_DECLARE_FINAL_TYPE (CallboardCampaignDraft, callboard_campaign_draft, CALLBOARD, CAMPAIGN_DRAFT, GObject)

/**
 * callboard_campaign_draft_new:
 *
 * Returns: (transfer full): an empty campaign in English
 */
CallboardCampaignDraft *callboard_campaign_draft_new         (void);

/**
 * callboard_campaign_draft_get_modules:
 * @self: a campaign
 *
 * Returns: (transfer none) (element-type CallboardDraftModule): its modules
 */
GListStore             *callboard_campaign_draft_get_modules (CallboardCampaignDraft   *self);

/**
 * callboard_campaign_draft_add_module:
 * @self: a campaign
 * @type: what kind of module
 *
 * Adds a module at the end, with one empty part.
 *
 * Returns: (transfer none): the module
 */
CallboardDraftModule   *callboard_campaign_draft_add_module  (CallboardCampaignDraft   *self,
                                                              CallboardDraftModuleType  type);

/**
 * callboard_campaign_draft_add_part:
 * @self: a campaign
 * @module: one of its modules
 * @kind: what kind of part
 *
 * Adds an empty part at the end of @module, with an id that no part of the campaign has. A choice question gets two empty
 * choices, a yes/no question its two.
 *
 * Returns: (transfer none): the part
 */
CallboardDraftPart     *callboard_campaign_draft_add_part    (CallboardCampaignDraft   *self,
                                                              CallboardDraftModule     *module,
                                                              CallboardDraftKind        kind);

/**
 * callboard_campaign_draft_find_part:
 * @self: a campaign
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the part
 */
CallboardDraftPart     *callboard_campaign_draft_find_part   (CallboardCampaignDraft   *self,
                                                              const char               *id);

G_END_DECLS
