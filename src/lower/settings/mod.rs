//! Configuration of servers and frameworks to facts.
