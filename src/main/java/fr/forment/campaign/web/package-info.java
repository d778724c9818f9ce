/** Pages of a campaign: its preparation, its course, follow-up, answers. */
package fr.forment.campaign.web;
