/**
 * What a plan rests on, said by people and dated: the days trainers give, their absences, what each may lead, rooms,
 * days on which a school is closed. Plans and sessions above read it; what changes is told as
 * {@link fr.forment.resource.ResourceChanged}.
 */
package fr.forment.resource;
