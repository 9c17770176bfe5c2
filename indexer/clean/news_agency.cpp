#include "indexer/clean/news_agency.h"

#include <iterator>

#include "common/base/text.h"

namespace news {
namespace {

struct Agency {
  std::string_view written;
  std::string_view name;
};

// Short names that are also words or initials count only in capitals as here.
constexpr Agency kExact[] = {
    {"AP", "AP"},   {"PA", "PA"},   {"AA", "Anadolu"},      {"TT", "TT"},
    {"CP", "CP"},   {"ATS", "ATS"}, {"SDA", "SDA"},         {"sda", "SDA"},
    {"UNI", "UNI"}, {"ani", "ANI"}, {"EP", "Europa Press"},
};

constexpr Agency kAgencies[] = {
    {"AAP", "AAP"},
    {"Adnkronos", "Adnkronos"},
    {"AFP", "AFP"},
    {"Agence France-Presse", "AFP"},
    {"AGI", "AGI"},
    {"Anadolu", "Anadolu"},
    {"Anadolu Agency", "Anadolu"},
    {"ANI", "ANI"},
    {"ANP", "ANP"},
    {"ANSA", "ANSA"},
    {"Antara", "Antara"},
    {"APA", "APA"},
    {"Associated Press", "AP"},
    {"The Associated Press", "AP"},
    {"Belga", "Belga"},
    {"Bernama", "Bernama"},
    {"Bloomberg", "Bloomberg"},
    {"Canadian Press", "CP"},
    {"The Canadian Press", "CP"},
    {"CTK", "CTK"},
    {"ČTK", "CTK"},
    {"Dow Jones", "Dow Jones"},
    {"dpa", "dpa"},
    {"EFE", "EFE"},
    {"epd", "epd"},
    {"Europa Press", "Europa Press"},
    {"IANS", "IANS"},
    {"Interfax", "Interfax"},
    {"IRNA", "IRNA"},
    {"Itar-Tass", "TASS"},
    {"KCNA", "KCNA"},
    {"KNA", "KNA"},
    {"KUNA", "KUNA"},
    {"Kyodo", "Kyodo"},
    {"LaPresse", "LaPresse"},
    {"Lusa", "Lusa"},
    {"MENA", "MENA"},
    {"MTI", "MTI"},
    {"NTB", "NTB"},
    {"PAP", "PAP"},
    {"Petra", "Petra"},
    {"Press Association", "PA"},
    {"Press Trust of India", "PTI"},
    {"PTI", "PTI"},
    {"Reuter", "Reuters"},
    {"Reuters", "Reuters"},
    {"RIA Novosti", "RIA Novosti"},
    {"Ritzau", "Ritzau"},
    {"Tanjug", "Tanjug"},
    {"TASS", "TASS"},
    {"Thomson Reuters", "Reuters"},
    {"Thomson Reuters Foundation", "Thomson Reuters Foundation"},
    {"Ukrinform", "Ukrinform"},
    {"UPI", "UPI"},
    {"WAM", "WAM"},
    {"Xinhua", "Xinhua"},
    {"Yonhap", "Yonhap"},
    {"ТАСС", "TASS"},
    {"РИА Новости", "RIA Novosti"},
    {"Интерфакс", "Interfax"},
    {"Укринформ", "Ukrinform"},
    {"رويترز", "Reuters"},
    {"أ ف ب", "AFP"},
    {"أ.ف.ب", "AFP"},
    {"د ب أ", "dpa"},
    {"د.ب.أ", "dpa"},
    {"وام", "WAM"},
    {"واس", "SPA"},
    {"新华社", "Xinhua"},
    {"中新社", "China News Service"},
    {"中新网", "China News Service"},
    {"法新社", "AFP"},
    {"路透社", "Reuters"},
    {"共同", "Kyodo"},
    {"時事", "Jiji"},
};

std::string_view single_name(std::string_view text) {
  for (const Agency& agency : kExact) {
    if (agency.written == text) return agency.name;
  }
  for (const Agency& agency : kAgencies) {
    if (equals_ignoring_case(agency.written, text)) return agency.name;
  }
  return {};
}

}  // namespace

std::string_view agency_name(std::string_view text) {
  text = trim(text);
  if (const std::string_view whole = single_name(text); !whole.empty()) return whole;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {};
  return single_name(trim(text.substr(0, slash)));
}

}  // namespace news
