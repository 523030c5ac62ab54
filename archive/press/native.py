"""The two system libraries that know fonts, as far as the press calls them itself."""

from cffi import FFI

ffi = FFI()
ffi.cdef("""
    typedef ... hb_blob_t;
    typedef ... hb_face_t;
    typedef ... hb_font_t;
    typedef ... hb_set_t;
    typedef ... hb_subset_input_t;
    const char * hb_version_string (void);
    hb_blob_t * hb_blob_create_from_file (const char *file_name);
    void hb_blob_destroy (hb_blob_t *blob);
    const char * hb_blob_get_data (hb_blob_t *blob, unsigned int *length);
    hb_face_t * hb_face_create (hb_blob_t *blob, unsigned int index);
    hb_blob_t * hb_face_reference_blob (hb_face_t *face);
    unsigned int hb_face_get_upem (const hb_face_t *face);
    void hb_face_destroy (hb_face_t *face);
    hb_font_t * hb_font_create (hb_face_t *face);
    void hb_font_destroy (hb_font_t *font);
    int hb_font_get_nominal_glyph (hb_font_t *font, uint32_t unicode, uint32_t *glyph);
    int32_t hb_font_get_glyph_h_advance (hb_font_t *font, uint32_t glyph);
    hb_subset_input_t * hb_subset_input_create_or_fail (void);
    void hb_subset_input_destroy (hb_subset_input_t *input);
    hb_set_t * hb_subset_input_glyph_set (hb_subset_input_t *input);
    hb_set_t * hb_subset_input_set (hb_subset_input_t *input, int type);
    void hb_set_add (hb_set_t *set, uint32_t value);
    void hb_subset_input_set_flags (hb_subset_input_t *input, unsigned value);
    hb_face_t * hb_subset_or_fail (hb_face_t *source, const hb_subset_input_t *input);

    typedef ... FcConfig;
    typedef ... FcPattern;
    FcConfig * FcInitLoadConfigAndFonts (void);
    void FcConfigDestroy (FcConfig *config);
    int FcConfigSubstitute (FcConfig *config, FcPattern *p, int kind);
    void FcDefaultSubstitute (FcPattern *pattern);
    FcPattern * FcPatternCreate (void);
    void FcPatternDestroy (FcPattern *p);
    int FcPatternAddString (FcPattern *p, const char *object, const char *s);
    int FcPatternAddInteger (FcPattern *p, const char *object, int i);
    int FcPatternGetString (FcPattern *p, const char *object, int n, char **s);
    int FcPatternGetInteger (FcPattern *p, const char *object, int n, int *i);
    FcPattern * FcFontMatch (FcConfig *config, FcPattern *p, int *result);
    int FcGetVersion (void);
""")
harfbuzz = ffi.dlopen("libharfbuzz.so.0")
subsetting = ffi.dlopen("libharfbuzz-subset.so.0")
fontconfig = ffi.dlopen("libfontconfig.so.1")


def versions() -> dict[str, str]:
    """Return the versions of both."""
    return {
        "harfbuzz": ffi.string(harfbuzz.hb_version_string()).decode(),
        "fontconfig": str(fontconfig.FcGetVersion()),
    }
