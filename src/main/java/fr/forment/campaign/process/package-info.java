/** What the models of a campaign and of a survey ask for, and what they are told. */
package fr.forment.campaign.process;
