/** Where the forms in Tasklist leave their drafts. */
package fr.forment.worklist.web;
