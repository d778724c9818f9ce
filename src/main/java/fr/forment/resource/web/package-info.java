/** Pages on what a plan rests on: trainers, rooms, closed schools, and the files they come and go by. */
package fr.forment.resource.web;
