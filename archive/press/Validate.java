// Checks PDF files against PDF/A-3a and PDF/UA-1 with veraPDF, and prints one line a fault:
// file, tab, profile, tab, rule, tab, how often, tab, what the rule says. Run from its source.

import java.io.FileInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Validate {
    static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                check(file, flavour);
            }
        }
        System.out.println("done");
    }

    static void check(String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
            PDFAValidator validator =
                Foundries.defaultInstance().createValidator(flavour, false);
            Map<String, Integer> faults = new TreeMap<>();
            for (TestAssertion found : validator.validate(parser).getTestAssertions()) {
                String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
                faults.merge(rule + "\t" + found.getMessage().replaceAll("\\s+", " "), 1, Integer::sum);
            }
            faults.forEach((fault, count) ->
                System.out.println(file + "\t" + flavour.getId() + "\t" + fault + "\t" + count));
        }
    }
}
