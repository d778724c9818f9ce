/** Pages of the versions of the ENT and of the training materials. */
package fr.forment.release.web;
