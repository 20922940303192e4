/// Riders' stories in themes, numbered; see the README of themes beside this file's module.
@NullMarked
package org.toret.testkit.story;

import org.jspecify.annotations.NullMarked;
