package fr.forment.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class of rows that are read and written often: each field is the column of its name, nothing hangs below. It is
 * read and saved straight ({@link FlatTable}), past the conversions of Spring Data, which take many times as long.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FlatRow {}
