package dev.edaworkshop.testkit.build;

import java.util.Map;
import java.util.Optional;

/** What the compiler's most frequent errors mean, for somebody who does not read Java every day. */
final class CompilerWords {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "compiler.err.cant.resolve",
                    "Nothing here has that name. Is it spelled as where it is declared, is an import missing, or does it still have to be written?"),
            Map.entry("compiler.err.expected", "A sign is missing just before the mark, or there is one too many."),
            Map.entry("compiler.err.expected2", "A sign is missing just before the mark, or there is one too many."),
            Map.entry("compiler.err.expected3", "A sign is missing just before the mark, or there is one too many."),
            Map.entry(
                    "compiler.err.premature.eof",
                    "The file ends too early: a closing brace } is missing somewhere above."),
            Map.entry(
                    "compiler.err.illegal.start.of.expr",
                    "Java did not expect this here. Look at the line before it as well: a brace or a bracket may be open."),
            Map.entry(
                    "compiler.err.illegal.start.of.type",
                    "Java did not expect this here. Is there a brace } too many above?"),
            Map.entry(
                    "compiler.err.not.stmt",
                    "A value alone does nothing: assign it, return it, or call something with it."),
            Map.entry("compiler.err.unclosed.str.lit", "The text has no closing quote on this line."),
            Map.entry("compiler.err.unclosed.text.block", "The text block has no closing \"\"\"."),
            Map.entry("compiler.err.missing.ret.stmt", "On some way through this method nothing is returned."),
            Map.entry("compiler.err.prob.found.req", "The value is of one type, and another one is needed here."),
            Map.entry(
                    "compiler.err.cant.apply.symbol",
                    "It is called with other arguments than it takes; what it takes stands after “required”."),
            Map.entry(
                    "compiler.err.cant.apply.symbols",
                    "There are several of that name, and none of them takes these arguments."),
            Map.entry(
                    "compiler.err.unreported.exception.need.to.catch.or.throw",
                    "This can throw a checked exception: catch it here, or add it to the method's throws."),
            Map.entry("compiler.err.var.might.not.have.been.initialized", "It is read before it has got a value."),
            Map.entry(
                    "compiler.err.already.defined",
                    "There is one of that name already; give one of them another name."),
            Map.entry(
                    "compiler.err.does.not.override.abstract",
                    "The class promises a method that it does not have yet."),
            Map.entry(
                    "compiler.err.method.does.not.override.superclass",
                    "@Override promises that a parent has this method: compare the name and the parameters."),
            Map.entry("compiler.err.doesnt.exist", "There is no such package: is the import spelled right?"),
            Map.entry("compiler.err.cant.assign.val.to.var", "It is final, and so keeps its first value."),
            Map.entry(
                    "compiler.err.local.var.accessed.from.icls.needs.final",
                    "A lambda can use only variables that never change after they were given their value."),
            Map.entry("compiler.err.unreachable.stmt", "Nothing ever gets here: the line before it always leaves."),
            Map.entry(
                    "compiler.err.class.public.should.be.in.file", "A public class lies in a file of the same name."));

    private CompilerWords() {}

    /**
     * What an error means.
     *
     * @param code the compiler's, such as {@code compiler.err.cant.resolve.location.args}
     * @param message the compiler's
     * @return empty if the message says it all
     */
    static Optional<String> meaning(String code, String message) {
        String known = code;
        // The code grows with the details: cant.resolve, cant.resolve.location, cant.resolve.location.args, …
        while (!MEANINGS.containsKey(known) && known.lastIndexOf('.') > "compiler.err".length()) {
            known = known.substring(0, known.lastIndexOf('.'));
        }
        if (message.contains("is not abstract and does not override")) {
            known = "compiler.err.does.not.override.abstract";
        }
        return Optional.ofNullable(MEANINGS.get(known));
    }
}
