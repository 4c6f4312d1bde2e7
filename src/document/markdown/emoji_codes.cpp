#include "document/markdown/emoji_codes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_map>

#include "document/markdown/line_edits.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// Codes that differ from the emoji's Unicode name, each before its emoji.
constexpr std::string_view kCodes =
    "+1 👍 -1 👎 thumbsup 👍 thumbsdown 👎 100 💯 1234 🔢 a 🅰️ ab 🆎 abc 🔤 abcd 🔡 accept 🉑 "
    "adult 🧑 airplane ✈️ ambulance 🚑 angel 👼 anger 💢 angry 😠 anguished 😧 ant 🐜 apple 🍎 aries ♈ "
    "arrow_backward ◀️ arrow_double_down ⏬ arrow_double_up ⏫ arrow_down ⬇️ arrow_down_small 🔽 arrow_forward "
    "▶️ "
    "arrow_heading_down ⤵️ arrow_heading_up ⤴️ arrow_left ⬅️ arrow_lower_left ↙️ arrow_lower_right ↘️ "
    "arrow_right "
    "➡️ "
    "arrow_right_hook ↪️ arrow_up ⬆️ arrow_up_down ↕️ arrow_up_small 🔼 arrow_upper_left ↖️ "
    "arrow_upper_right "
    "↗️ "
    "arrows_clockwise 🔃 arrows_counterclockwise 🔄 art 🎨 articulated_lorry 🚛 asterisk *️⃣ astonished 😲 "
    "atom_symbol "
    "⚛️ "
    "b 🅱️ baby_chick 🐤 back 🔙 balance_scale ⚖️ balloon 🎈 ballot_box 🗳️ ballot_box_with_check ☑️ "
    "bangbang "
    "‼️ "
    "bar_chart 📊 baseball ⚾ basketball 🏀 battery 🔋 beach_umbrella 🏖️ bear 🐻 bee 🐝 beer 🍺 beers 🍻 "
    "beetle "
    "🐞 "
    "beginner 🔰 bell 🔔 bike 🚲 bird 🐦 birthday 🎂 black_circle ⚫ black_heart 🖤 black_large_square ⬛ "
    "black_medium_square ◼️ black_small_square ▪️ blossom 🌼 blue_book 📘 blue_car 🚙 blue_heart 💙 blush 😊 "
    "boat "
    "⛵ "
    "bookmark_tabs 📑 books 📚 book 📖 boom 💥 bow 🙇 bowtie 👔 boxing_glove 🥊 brain 🧠 bread 🍞 briefcase "
    "💼 "
    "broken_heart 💔 bug 🐛 building_construction 🏗️ bulb 💡 bullettrain_side 🚄 bus 🚌 "
    "business_suit_levitating "
    "🕴️ "
    "bust_in_silhouette 👤 busts_in_silhouette 👥 cake 🍰 calendar 📆 call_me_hand 🤙 calling 📲 camera 📷 "
    "candle "
    "🕯️ "
    "capital_abcd 🔠 car 🚗 card_file_box 🗃️ card_index 📇 card_index_dividers 🗂️ cat 🐱 cd 💿 chains "
    "⛓️ "
    "champagne 🍾 chart 💹 chart_with_downwards_trend 📉 chart_with_upwards_trend 📈 check ✔️ checkered_flag 🏁 "
    "chequered_flag 🏁 cherry_blossom 🌸 chess_pawn ♟️ chicken 🐔 children_crossing 🚸 chocolate_bar 🍫 "
    "christmas_tree "
    "🎄 "
    "cinema 🎦 city_sunset 🌆 cityscape 🏙️ clamp 🗜️ clap 👏 clapper 🎬 classical_building 🏛️ clipboard "
    "📋 "
    "clock1 "
    "🕐 "
    "clock10 🕙 clock11 🕚 clock12 🕛 clock2 🕑 clock3 🕒 clock4 🕓 clock5 🕔 clock6 🕕 clock7 🕖 clock8 🕗 clock9 🕘 "
    "closed_lock_with_key 🔐 cloud ☁️ cloud_with_lightning 🌩️ cloud_with_rain 🌧️ cloud_with_snow 🌨️ cn "
    "🇨🇳 "
    "coffee ☕ "
    "coffin ⚰️ cold_sweat 😰 collision 💥 comet ☄️ computer 💻 computer_mouse 🖱️ confetti_ball 🎊 "
    "confounded "
    "😖 "
    "confused 😕 congratulations ㊗️ construction 🚧 construction_worker 👷 control_knobs 🎛️ cookie 🍪 cool "
    "🆒 "
    "cop "
    "👮 "
    "copyright ©️ couch_and_lamp 🛋️ cow 🐮 crab 🦀 credit_card 💳 crescent_moon 🌙 crossed_fingers 🤞 "
    "crossed_flags "
    "🎌 "
    "crossed_swords ⚔️ crown 👑 cry 😢 crying_cat_face 😿 crystal_ball 🔮 cupid 💘 curly_loop ➰ "
    "currency_exchange "
    "💱 "
    "cursing_face 🤬 cyclone 🌀 dagger 🗡️ dancer 💃 dark_sunglasses 🕶️ dart 🎯 dash 💨 date 📅 de "
    "🇩🇪 "
    "desert_island "
    "🏝️ "
    "desktop_computer 🖥️ detective 🕵️ diamond_shape_with_a_dot_inside 💠 diamonds ♦️ disappointed 😞 "
    "disappointed_relieved 😥 dizzy 💫 dizzy_face 😵 dna 🧬 do_not_litter 🚯 dog 🐶 dollar 💵 door 🚪 dove "
    "🕊️ "
    "dragon_face 🐲 droplet 💧 dvd 📀 e-mail 📧 eagle 🦅 ear 👂 earth_africa 🌍 earth_americas 🌎 earth_asia "
    "🌏 "
    "egg "
    "🥚 "
    "eight 8️⃣ eight_spoked_asterisk ✳️ eject_button ⏏️ electric_plug 🔌 elephant 🐘 email 📧 end 🔚 "
    "envelope "
    "✉️ "
    "envelope_with_arrow 📩 es 🇪🇸 eu 🇪🇺 european_union 🇪🇺 exclamation ❗ exploding_head 🤯 "
    "expressionless "
    "😑 "
    "eye "
    "👁️ "
    "eyeglasses 👓 eyes 👀 face_with_head_bandage 🤕 face_with_thermometer 🤒 facepalm 🤦 factory 🏭 fallen_leaf "
    "🍂 "
    "family 👪 fast_forward ⏩ fax 📠 fearful 😨 feet 🐾 ferry ⛴️ field_hockey 🏑 file_cabinet 🗄️ "
    "file_folder "
    "📁 "
    "film_projector 📽️ film_strip 🎞️ fire 🔥 fire_engine 🚒 fireworks 🎆 first_quarter_moon 🌓 fish 🐟 "
    "fist "
    "✊ "
    "fist_raised ✊ five 5️⃣ flags 🎏 flashlight 🔦 flipper 🐬 floppy_disk 💾 flushed 😳 fog 🌫️ foggy 🌁 "
    "football "
    "🏈 "
    "footprints 👣 fork_and_knife 🍴 fountain_pen 🖋️ four 4️⃣ four_leaf_clover 🍀 fox_face 🦊 fr 🇫🇷 "
    "free "
    "🆓 "
    "fries "
    "🍟 "
    "frog 🐸 frowning 😦 fu 🖕 fuelpump ⛽ full_moon 🌕 full_moon_with_face 🌝 game_die 🎲 gb 🇬🇧 gear "
    "⚙️ "
    "gem "
    "💎 "
    "gemini ♊ ghost 👻 gift 🎁 gift_heart 💝 globe_with_meridians 🌐 goal_net 🥅 golf ⛳ green_apple 🍏 "
    "green_book "
    "📗 "
    "green_circle 🟢 green_heart 💚 grey_exclamation ❕ grey_question ❔ grimacing 😬 grin 😁 grinning 😀 "
    "guardsman "
    "💂 "
    "guitar 🎸 gun 🔫 haircut 💇 hammer 🔨 hammer_and_pick ⚒️ hammer_and_wrench 🛠️ hamster 🐹 hand ✋ "
    "handshake "
    "🤝 "
    "hankey 💩 hash #️⃣ hatched_chick 🐥 hatching_chick 🐣 headphones 🎧 hear_no_evil 🙉 heart ❤️ "
    "heart_decoration "
    "💟 "
    "heart_eyes 😍 heart_eyes_cat 😻 heartbeat 💓 heartpulse 💗 hearts ♥️ heavy_check_mark ✔️ "
    "heavy_division_sign "
    "➗ "
    "heavy_dollar_sign 💲 heavy_exclamation_mark ❗ heavy_heart_exclamation ❣️ heavy_minus_sign ➖ "
    "heavy_multiplication_x ✖️ heavy_plus_sign ➕ hedgehog 🦔 helicopter 🚁 herb 🌿 high_brightness 🔆 hocho 🔪 "
    "hole "
    "🕳️ "
    "honey_pot 🍯 honeybee 🐝 horse 🐴 hospital 🏥 hot_pepper 🌶️ hotel 🏨 hourglass ⌛ hourglass_flowing_sand "
    "⏳ "
    "house "
    "🏠 "
    "house_with_garden 🏡 hugs 🤗 hushed 😯 ice_cream 🍨 icecream 🍦 id 🆔 imp 👿 inbox_tray 📥 "
    "incoming_envelope "
    "📨 "
    "infinity ♾️ information_desk_person 💁 information_source ℹ️ innocent 😇 interrobang ⁉️ iphone 📱 it "
    "🇮🇹 "
    "jack_o_lantern 🎃 japan 🗾 jeans 👖 joker 🃏 joy 😂 joy_cat 😹 jp 🇯🇵 key 🔑 keyboard ⌨️ kiss 💋 "
    "kissing "
    "😗 "
    "kissing_heart 😘 kite 🪁 knife 🔪 koala 🐨 kr 🇰🇷 label 🏷️ lady_beetle 🐞 lantern 🏮 "
    "large_blue_circle "
    "🔵 "
    "large_blue_diamond 🔷 large_orange_diamond 🔶 laptop 💻 last_quarter_moon 🌗 laughing 😆 leaves 🍃 ledger 📒 "
    "left_luggage 🛅 left_right_arrow ↔️ leftwards_arrow_with_hook ↩️ lemon 🍋 level_slider 🎚️ light_rail "
    "🚈 "
    "link "
    "🔗 "
    "lion 🦁 lips 👄 lipstick 💄 lock 🔒 lock_with_ink_pen 🔏 lollipop 🍭 loop ➿ loud_sound 🔊 loudspeaker "
    "📢 "
    "love_letter 💌 low_brightness 🔅 m Ⓜ️ mag 🔍 mag_right 🔎 mage 🧙 mailbox 📫 man 👨 man_technologist "
    "👨‍💻 "
    "mantelpiece_clock 🕰️ "
    "maple_leaf 🍁 mask 😷 medal_military 🎖️ mega 📣 memo 📝 mens 🚹 metal 🤘 metro 🚇 microphone 🎤 "
    "microscope "
    "🔬 "
    "milk_glass 🥛 milky_way 🌌 minidisc 💽 mobile_phone_off 📴 money_mouth_face 🤑 money_with_wings 💸 moneybag "
    "💰 "
    "monkey 🐒 monkey_face 🐵 moon 🌔 mortar_board 🎓 mount_fuji 🗻 mountain ⛰️ mouse 🐭 mouse2 🐁 "
    "movie_camera "
    "🎥 "
    "muscle 💪 mushroom 🍄 musical_keyboard 🎹 musical_note 🎵 musical_score 🎼 mute 🔇 nail_care 💅 name_badge 📛 "
    "nerd_face 🤓 neutral_face 😐 new 🆕 new_moon 🌑 newspaper 📰 newspaper_roll 🗞️ ng 🆖 night_with_stars "
    "🌃 "
    "nine "
    "9️⃣ "
    "no_bell 🔕 no_entry ⛔ no_entry_sign 🚫 no_good 🙅 no_mobile_phones 📵 no_mouth 😶 non-potable_water 🚱 nose 👃 "
    "notebook 📓 notebook_with_decorative_cover 📔 notes 🎶 nut_and_bolt 🔩 o ⭕ o2 🅾️ ocean 🌊 octopus 🐙 "
    "office "
    "🏢 "
    "oil_drum 🛢️ ok 🆗 ok_hand 👌 ok_woman 🙆 old_key 🗝️ older_man 👴 older_woman 👵 om 🕉️ on 🔛 "
    "one "
    "1️⃣ "
    "open_book "
    "📖 "
    "open_file_folder 📂 open_hands 👐 open_mouth 😮 orange 🍊 orange_book 📙 orange_circle 🟠 orange_heart 🧡 "
    "outbox_tray "
    "📤 "
    "owl 🦉 package 📦 page_facing_up 📄 page_with_curl 📃 pager 📟 paintbrush 🖌️ palm_tree 🌴 panda_face "
    "🐼 "
    "paperclip "
    "📎 "
    "paperclips 🖇️ parking 🅿️ part_alternation_mark 〽️ partly_sunny ⛅ partying_face 🥳 pause_button ⏸️ "
    "paw_prints 🐾 "
    "peace_symbol ☮️ pen ✒️ pencil 📝 pencil2 ✏️ penguin 🐧 pensive 😔 performing_arts 🎭 persevere 😣 "
    "phone "
    "☎️ "
    "pick "
    "⛏️ "
    "pig 🐷 pill 💊 pinching_hand 🤏 pineapple 🍍 pirate_flag 🏴‍☠️ pizza 🍕 plate_with_cutlery 🍽️ "
    "play_or_pause_button ⏯️ "
    "point_down 👇 point_left 👈 point_right 👉 point_up ☝️ point_up_2 👆 police_car 🚓 poop 💩 postbox 📮 "
    "potable_water 🚰 pouting_cat 😾 pray 🙏 prayer_beads 📿 princess 👸 printer 🖨️ punch 👊 purple_heart "
    "💜 "
    "purse "
    "👛 "
    "pushpin 📌 question ❓ rabbit 🐰 racehorse 🐎 racing_car 🏎️ radio 📻 radio_button 🔘 radioactive ☢️ "
    "rage "
    "😡 "
    "railway_track 🛤️ rainbow 🌈 rainbow_flag 🏳️‍🌈 raised_hand ✋ raised_hands 🙌 raising_hand 🙋 "
    "raising_hand_woman "
    "🙋‍♀️ ram 🐏 rat 🐀 "
    "receipt 🧾 record_button ⏺️ recycle ♻️ red_car 🚗 red_circle 🔴 red_square 🟥 registered ®️ relaxed "
    "☺️ "
    "relieved 😌 "
    "reminder_ribbon 🎗️ repeat 🔁 repeat_one 🔂 rescue_worker_helmet ⛑️ restroom 🚻 revolving_hearts 💞 "
    "rewind "
    "⏪ "
    "ribbon 🎀 right_anger_bubble 🗯️ ring 💍 robot 🤖 rocket 🚀 rofl 🤣 roll_eyes 🙄 rolled_up_newspaper "
    "🗞️ "
    "roller_coaster 🎢 rose 🌹 rosette 🏵️ "
    "rotating_light 🚨 round_pushpin 📍 ru 🇷🇺 rugby_football 🏉 runner 🏃 running 🏃 sa 🈂️ sailboat ⛵ "
    "sandal "
    "👡 "
    "santa "
    "🎅 "
    "satellite 📡 satisfied 😆 school 🏫 school_satchel 🎒 scissors ✂️ scream 😱 scroll 📜 secret ㊙️ "
    "see_no_evil "
    "🙈 "
    "seedling 🌱 seven 7️⃣ shark 🦈 sheep 🐑 shell 🐚 shield 🛡️ ship 🚢 shirt 👕 shopping 🛍️ "
    "shopping_cart "
    "🛒 "
    "shower "
    "🚿 "
    "shrug 🤷 shrugging 🤷 signal_strength 📶 six 6️⃣ six_pointed_star 🔯 skull 💀 skull_and_crossbones ☠️ "
    "sleeping "
    "😴 "
    "sleepy 😪 slightly_frowning_face 🙁 slightly_smiling_face 🙂 slot_machine 🎰 small_blue_diamond 🔹 "
    "small_orange_diamond 🔸 small_red_triangle 🔺 small_red_triangle_down 🔻 smile 😄 smile_cat 😸 smiley 😃 "
    "smiley_cat 😺 smiling_imp 😈 smirk 😏 smoking 🚬 snail 🐌 snake 🐍 sneezing_face 🤧 snowboarder 🏂 "
    "snowflake "
    "❄️ "
    "snowman ⛄ sob 😭 soccer ⚽ soon 🔜 sos 🆘 sound 🔉 space_invader 👾 spades ♠️ sparkle ❇️ sparkles "
    "✨ "
    "sparkling_heart 💖 speak_no_evil 🙊 speaker 🔈 speaking_head 🗣️ speech_balloon 💬 speedboat 🚤 spider "
    "🕷️ "
    "spider_web 🕸️ spiral_calendar 🗓️ spiral_notepad 🗒️ spock-hand 🖖 sponge 🧽 squid 🦑 stadium 🏟️ "
    "star ⭐ star2 🌟 "
    "star_and_crescent ☪️ star_of_david ✡️ star_struck 🤩 stars 🌠 station 🚉 statue_of_liberty 🗽 stethoscope "
    "🩺 "
    "stew "
    "🍲 "
    "stop_button ⏹️ stop_sign 🛑 stopwatch ⏱️ straight_ruler 📏 strawberry 🍓 stuck_out_tongue 😛 "
    "stuck_out_tongue_winking_eye 😜 studio_microphone 🎙️ sun_behind_large_cloud 🌥️ sun_with_face 🌞 sunflower "
    "🌻 "
    "sunglasses 😎 sunny ☀️ sunrise 🌅 surfer 🏄 sushi 🍣 sweat 😓 sweat_drops 💦 sweat_smile 😅 swimmer "
    "🏊 "
    "symbols "
    "🔣 "
    "syringe 💉 tada 🎉 tangerine 🍊 taurus ♉ taxi 🚕 tea 🍵 technologist 🧑‍💻 telephone ☎️ "
    "telephone_receiver "
    "📞 "
    "telescope "
    "🔭 "
    "tennis 🎾 tent ⛺ "
    "test_tube 🧪 thermometer 🌡️ thinking 🤔 thinking_face 🤔 thought_balloon 💭 three 3️⃣ ticket 🎫 "
    "tickets "
    "🎟️ "
    "tiger 🐯 "
    "timer_clock ⏲️ tipping_hand_woman 💁‍♀️ tired_face 😫 tm ™️ toilet 🚽 tokyo_tower 🗼 tomato 🍅 "
    "tongue "
    "👅 "
    "toolbox "
    "🧰 "
    "tooth 🦷 top 🔝 tophat 🎩 "
    "tornado 🌪️ trackball 🖲️ tractor 🚜 traffic_light 🚥 train 🚋 train2 🚆 tram 🚊 transgender_symbol "
    "⚧️ "
    "triangular_flag_on_post 🚩 triangular_ruler 📐 trident 🔱 triumph 😤 trophy 🏆 tropical_drink 🍹 tropical_fish 🐠 "
    "truck 🚚 trumpet 🎺 tshirt 👕 tulip 🌷 turtle 🐢 tv 📺 twisted_rightwards_arrows 🔀 two 2️⃣ two_hearts "
    "💕 "
    "u7981 "
    "🈲 "
    "uk 🇬🇧 umbrella ☔ unamused 😒 underage 🔞 unicorn 🦄 unlock 🔓 up 🆙 upside_down_face 🙃 us 🇺🇸 v "
    "✌️ "
    "vertical_traffic_light 🚦 vhs 📼 vibration_mode 📳 video_camera 📹 video_game 🎮 violin 🎻 volcano 🌋 volleyball "
    "🏐 "
    "vs 🆚 vulcan_salute 🖖 walking 🚶 waning_crescent_moon 🌘 warning ⚠️ wastebasket 🗑️ watch ⌚ "
    "water_buffalo "
    "🐃 "
    "watermelon 🍉 wave 👋 wavy_dash 〰️ wc 🚾 weary 😩 weight_lifting 🏋️ whale 🐳 wheel_of_dharma ☸️ "
    "wheelchair "
    "♿ "
    "white_check_mark ✅ white_circle ⚪ white_flag 🏳️ white_flower 💮 white_heart 🤍 white_large_square ⬜ "
    "white_medium_square ◻️ white_small_square ▫️ white_square_button 🔳 wind_chime 🎐 wind_face 🌬️ "
    "wine_glass "
    "🍷 "
    "wink "
    "😉 "
    "wolf 🐺 woman 👩 woman_technologist 👩‍💻 womens 🚺 world_map 🗺️ worried 😟 wrench 🔧 writing_hand "
    "✍️ "
    "x "
    "❌ "
    "yarn "
    "🧶 "
    "yellow_circle 🟡 "
    "yellow_heart 💛 yin_yang ☯️ yum 😋 zap ⚡ zero 0️⃣ zipper_mouth_face 🤐 zombie 🧟 zzz 💤 ";

// Pictures of GitHub's own, which are no characters: said as words.
constexpr std::string_view kWords = " octocat shipit trollface basecamp electron hubot ";

constexpr UChar32 kFirstEmoji = 0x203C, kLastEmoji = 0x1FAFF;
constexpr std::size_t kLongestCode = 48;

using EmojiByCode = std::unordered_map<std::string, std::string>;

EmojiByCode make_emoji_by_code() {
  EmojiByCode emoji;
  for (UChar32 c = kFirstEmoji; c <= kLastEmoji; ++c) {
    if (!u_hasBinaryProperty(c, UCHAR_EMOJI)) continue;
    char name[128];
    UErrorCode error = U_ZERO_ERROR;
    const int32_t size = u_charName(c, U_UNICODE_CHAR_NAME, name, sizeof name, &error);
    if (U_FAILURE(error) != 0 || size <= 0) continue;
    std::string code = ascii_lower(std::string_view(name, static_cast<std::size_t>(size)));
    std::replace_if(
        code.begin(), code.end(), [](char letter) { return letter == ' ' || letter == '-'; }, '_');
    append_utf8(emoji[code], static_cast<char32_t>(c));
  }
  for (std::size_t at = 0; at < kCodes.size();) {
    const std::size_t space = kCodes.find(' ', at), end = kCodes.find(' ', space + 1);
    emoji[std::string(kCodes.substr(at, space - at))] = kCodes.substr(space + 1, end - space - 1);
    at = end + 1;
  }
  return emoji;
}

bool is_code_character(char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '_' || c == '+' || c == '-'; }

// Whether a code may begin or end beside it: no word, time or path of C++ goes on there.
bool is_beside_word(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii_letter(text[at]) || is_ascii_digit(text[at]) || text[at] == ':' || text[at] == '/');
}

}  // namespace

std::string emoji_of_code(std::string_view code) {
  static const EmojiByCode kEmoji = make_emoji_by_code();
  const auto found = kEmoji.find(std::string(code));
  return found == kEmoji.end() ? std::string() : found->second;
}

Rewrites rewrite_emoji_codes(const MarkdownScan& scan) {
  const std::string_view text = scan.text();
  LineEdits edits(scan);
  std::size_t last_end = 0;
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at)) {
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= kLongestCode && is_code_character(text[end])) ++end;
    const std::string_view code = text.substr(at + 1, end - at - 1);
    const bool closed = end < text.size() && text[end] == ':' && !code.empty();
    const bool open = at == last_end || at == 0 || !is_beside_word(text, at - 1);
    const bool next_code = end + 2 < text.size() && text[end + 1] == ':' && is_code_character(text[end + 2]);  // :a::b:
    if (!closed || !open || (is_beside_word(text, end + 1) && !next_code) || scan.is_code(at)) {
      at = std::max(end, at + 1);
      continue;
    }
    const std::string emoji = emoji_of_code(code);
    const bool word = emoji.empty() && kWords.find(" " + std::string(code) + " ") != std::string_view::npos;
    if (emoji.empty() && !word) {
      at = end;
      continue;
    }
    edits.replace({at, end + 1}, word ? std::string(code) : emoji);
    at = last_end = end + 1;
  }
  return edits.take();
}

}  // namespace aloud
