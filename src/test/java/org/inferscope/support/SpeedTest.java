package org.inferscope.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a class that measures speeds and leaves them in target/bench. A speed is no test, and
 * measuring takes minutes: these run when they are asked for, with {@code mvn test
 * -Dtests.without=gui -Dtest=*TimesTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("speed")
public @interface SpeedTest {}
