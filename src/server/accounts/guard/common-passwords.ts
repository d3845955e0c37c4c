/** Of at least eight characters, the ones most often met in published lists of stolen passwords. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword passwort passwort1
kennwort 12345678 123456789 1234567890 12345678910 123123123 1234512345 11111111 00000000 87654321
987654321 0987654321 123454321 12341234 11223344 112233445566 12344321 88888888 99999999 55555555 66666666
77777777 22222222 33333333 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 1q2w3e4r
1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qazxsw2 zaq12wsx zaq1zaq1 qazwsxedc qwertzui
qwertzuiop asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 abcd1234 abcdefgh abc12345 abcd12345
a1b2c3d4 aa123456 aa12345678 a123456789 a12345678 q123456789 iloveyou iloveyou1 sunshine sunshine1
princess princess1 football football1 baseball baseball1 superman batman123 trustno1 starwars whatever
jennifer michelle jessica1 charlie1 michael1 computer internet samsung1 corvette mercedes liverpool
liverpool1 chelsea1 arsenal1 barcelona realmadrid juventus bayern123 welcome1 welcome12 welcome123
letmein1 letmein123 changeme changeme1 changeme123 administrator admin123 admin1234 administrator1
default1 testtest test1234 testing123 secret123 secret12 mypassword master123 dragon123 monkey123
shadow123 hello123 hello1234 hallo123 hallo1234 lovelove loveyou1 babygirl butterfly chocolate elephant
marlboro snickers schatz123 sommer2024 sommer2025 winter2024 winter2025 summer2024 summer2025 frühling
coworking coworking1 foyer123 foyerfoyer harbour1 harbour123 pa55word passport security access14 blink182
pokemon1 nintendo playstation minecraft minecraft1 fortnite1 facebook facebook1 linkedin google123
youtube1 instagram instagram1 myspace1
`
    .trim()
    .split(/\s+/),
);
