# Every dependency is a Debian package; ARCHITECTURE.md says in one line why each is here.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost REQUIRED COMPONENTS program_options)
find_package(LibArchive REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(toml11 REQUIRED)
pkg_check_modules(gmime REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(simdjson REQUIRED IMPORTED_TARGET simdjson)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
find_library(csv_library csv REQUIRED)
find_library(cld2_library cld2 REQUIRED)
# Data, read while building only: a French Hunspell dictionary.
find_path(hunspell_fr NAMES fr.dic PATHS /usr/share/hunspell /usr/share/myspell/dicts NO_DEFAULT_PATH)
if(NOT hunspell_fr OR NOT EXISTS ${hunspell_fr}/fr.aff)
  message(FATAL_ERROR "The French Hunspell dictionary (fr.dic, fr.aff) is missing: install the Debian package "
    "hunspell-fr-classical, or name its directory with -Dhunspell_fr=DIR")
endif()
# Data, read while building only: the subdivisions of countries.
find_path(iso_codes NAMES iso_3166-2.json PATHS /usr/share/iso-codes/json NO_DEFAULT_PATH)
if(NOT iso_codes)
  message(FATAL_ERROR "The subdivisions of countries (iso_3166-2.json) are missing: install the Debian package "
    "iso-codes, or name their directory with -Diso_codes=DIR")
endif()
# Data, read while building only: cities. They are message catalogues, which msgunfmt of gettext prints.
find_program(msgunfmt msgunfmt REQUIRED)
find_path(geonames NAMES fr/LC_MESSAGES/geonames.mo PATHS /usr/share/locale NO_DEFAULT_PATH)
if(NOT geonames OR NOT EXISTS ${geonames}/en/LC_MESSAGES/geonames.mo)
  message(FATAL_ERROR "The names of cities (fr and en/LC_MESSAGES/geonames.mo) are missing: install the Debian package "
    "libgeonames-common, or name the directory with -Dgeonames=DIR. Small Debian images leave /usr/share/locale out: "
    "there, unpack the package elsewhere (dpkg-deb -x)")
endif()
