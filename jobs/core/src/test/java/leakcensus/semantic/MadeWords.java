package leakcensus.semantic;

import java.util.Map;
import java.util.Random;

/**
 * Words of made-up tables by country: common and rare ones, gathered for the tests and not from the
 * lists that the proposals use.
 */
final class MadeWords {

  private static final Map<String, String> POOLS =
      Map.ofEntries(
          Map.entry(
              "given-US",
              "James Mary Robert Patricia Jennifer Michael Linda Elizabeth Barbara Kaitlyn Tyrone Deshawn Marisol Brantley Ashlynn Wendell Lorraine Darnell Jolene Cody Trevor Shelby Latoya Guadalupe Heather Chad Rhonda Clayton Misty Susan Karen Jessica Dustin Joshua Emily"),
          Map.entry(
              "family-US",
              "Smith Johnson Hernandez Washington Kowalczyk Abernathy Boudreaux McAllister O'Connor Ramirez Nguyen Lee Thompson Whitaker Delacroix Stapleton Pruitt Vance Hargrove Jefferson Yoder Castellano Simmons Foster Bryant Holloway Perry Brown Davis Miller Moore Clark Lewis Young Hall King"),
          Map.entry(
              "given-GB",
              "Oliver Amelia Harry Isla Jack Poppy Alfie Imogen Nigel Gillian Rupert Fiona Callum Gareth Siobhan Bronwen Hamish Priya Mohammed Tamsin Clive Maureen Ethan Freya George Sophie Emily Graham Trevor Hazel"),
          Map.entry(
              "family-GB",
              "Smith Jones Taylor Williams Brown Davies Evans Thomas Wilson Roberts Ramsbottom Featherstone MacDonald Patel Khan Hussain Llewellyn Whittaker Ashworth Barraclough Hughes Edwards Green Wood Harris Clarke Jackson Turner Hill Cooper"),
          Map.entry(
              "given-AU",
              "Charlotte Noah Matilda Lachlan Mitchell Harley Kirra Bindi Jarrod Kylie Madeline Cooper Ruby Joshua Talia Zac Sienna Darcy Emily Thomas"),
          Map.entry(
              "family-AU",
              "Smith Nguyen Campbell Wallaby Stirling McGrath Papadopoulos White Ryan Kelly Webb Clarke Morrison Hodge Brennan Fitzgerald Green Harris Wilson Martin"),
          Map.entry(
              "given-CN",
              "伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀兰 霞 平 刚 桂英 子涵 雨桐 浩宇 欣怡 梓萱 宇轩 建国 志强 晓东 海燕 玉兰 俊杰 思远 嘉怡 一诺 沐宸 诗琪 文博"),
          Map.entry(
              "family-CN",
              "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 萧 蔡 潘 田 董 袁 于 余 欧阳 司马 佘 郗"),
          Map.entry("given-TW", "志明 淑芬 俊傑 美玲 雅婷 家豪 怡君 冠宇 淑惠 建宏 宗翰 佳穎 詩涵 柏翰 承恩"),
          Map.entry("family-TW", "陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 洪 郭 邱 曾 廖 賴 徐"),
          Map.entry(
              "given-DE",
              "Hans Ursula Wolfgang Sabine Jürgen Heike Björn Annika Lukas Leonie Detlef Gudrun Torben Swantje Uwe Petra Stefan Katrin Markus Friedrich Hannelore Jörg Anneliese Maximilian Sophie Felix Emma Finn Mia Paul"),
          Map.entry(
              "family-DE",
              "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Hofmann Krüger Hartwig Brandstätter Pfeiffer Vogt Oberländer Kirchner Lindemann Stegmüller Peters"),
          Map.entry(
              "given-FR",
              "Jean Marie Pierre Camille Léa Chloé Nathalie Sébastien Thierry Aurélie Guillaume Élodie Benoît Manon Hugo Océane Mathieu Françoise Gérard Solène Antoine Julien Sylvie Loïc Yann Clément Inès Louis Emma Jules"),
          Map.entry(
              "family-FR",
              "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Fontaine Chevalier Gauthier Perrin Lemoine Rousseau Blanchard Le-Goff Kervella Marchand Roux Faure Lambert Bonnet Girard"),
          Map.entry(
              "given-ES",
              "Antonio María José Carmen Manuel Dolores Francisco Lucía Javier Pilar Alejandro Laura Sergio Marta Rocío Iker Nerea Gonzalo Inmaculada Álvaro Pablo Daniel Paula Sofía Hugo Martín Elena Raúl Beatriz Andrés"),
          Map.entry(
              "family-ES",
              "García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Etxeberria Puigdemont Vidal Castro Ortega Rubio Molina Suárez"),
          Map.entry(
              "given-IT",
              "Giuseppe Maria Giovanni Anna Francesco Giulia Luca Chiara Alessandro Martina Matteo Federica Salvatore Concetta Domenico Ilaria Davide Elisa Lorenzo Sara Marco Paola Andrea Valentina Simone"),
          Map.entry(
              "family-IT",
              "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De-Luca Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Caruso"),
          Map.entry(
              "given-PT",
              "João Maria José Ana António Mariana Pedro Beatriz Tiago Inês Gustavo Fernanda Rafael Larissa Wellington Juliana Thiago Camila Edson Priscila Lucas Gabriel Bruna Rodrigo Patrícia"),
          Map.entry(
              "family-PT",
              "Silva Santos Oliveira Souza Lima Pereira Ferreira Costa Rodrigues Almeida Nascimento Carvalho Araújo Ribeiro Barbosa Cavalcanti Teixeira Monteiro Moura Fonseca Gomes Martins Rocha Dias Alves"),
          Map.entry(
              "given-NL",
              "Jan Maria Pieter Johanna Daan Emma Sem Sanne Bram Lotte Joost Marieke Thijs Femke Willem Anouk Ruben Lieke Koen Iris Sophie Lucas Eva Thomas Tim"),
          Map.entry(
              "family-NL",
              "de-Jong Jansen de-Vries Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Hoekstra Kuipers Veenstra Postma Janssen Vermeulen Koster Prins Blom Willems"),
          Map.entry(
              "given-PL",
              "Jan Anna Piotr Katarzyna Krzysztof Małgorzata Andrzej Agnieszka Tomasz Barbara Paweł Ewa Michał Magdalena Jakub Zofia Stanisław Jadwiga Grzegorz Aleksandra Marcin Monika Łukasz Julia Adam"),
          Map.entry(
              "family-PL",
              "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Krawczyk Piotrowski Grabowski Pawłowski Michalski Król Wieczorek Wróbel Jabłoński Dudek Adamczyk"),
          Map.entry(
              "given-SE",
              "Lars Anna Erik Maria Karl Margareta Anders Elisabeth Johan Eva Per Birgitta Nils Kristina Oskar Ebba Gustaf Saga Axel Maja Mikael Emma Fredrik Linnea Björn"),
          Map.entry(
              "family-SE",
              "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Lindberg Bergström Lindqvist Sjöberg Wallin Engström Nyström Holm Hansson Bengtsson Lundgren Axelsson Berg"),
          Map.entry(
              "given-RU",
              "Александр Елена Сергей Ольга Дмитрий Наталья Андрей Татьяна Алексей Ирина Максим Светлана Евгений Марина Иван Анна Владимир Людмила Артём Полина"),
          Map.entry(
              "family-RU",
              "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Шевченко Барановский Зайцев Голубев Воробьёв"),
          Map.entry(
              "given-IN",
              "Rajesh Priya Amit Sunita Vijay Anjali Suresh Kavita Rahul Deepa Sanjay Lakshmi Arjun Meera Harish Shweta Manoj Pooja Ravi Divya Imran Fatima Gurpreet Simran Venkatesh"),
          Map.entry(
              "family-IN",
              "Sharma Verma Gupta Singh Kumar Patel Reddy Nair Iyer Das Chatterjee Mukherjee Joshi Mehta Desai Rao Pillai Menon Kaur Khan Ansari Bose Mishra Pandey Shetty"),
          Map.entry("given-KR", "민준 서연 지훈 지우 현우 수빈 도윤 하은 준서 지민 예준 서윤 영수 미경 정호"),
          Map.entry("family-KR", "김 이 박 최 정 강 조 윤 장 임"),
          Map.entry(
              "city-US",
              "Springfield Houston Phoenix Dallas Austin Columbus Charlotte Seattle Denver Boston Nashville Portland Memphis Atlanta Omaha Miami Tulsa Tampa Cleveland Wichita Chicago"),
          Map.entry(
              "city-GB",
              "London Manchester Leeds Bristol Sheffield Stockport Reading Norwich Cardiff Swansea Glasgow Edinburgh Liverpool Leicester Huddersfield Luton Bolton Derby York Bath"),
          Map.entry(
              "city-AU",
              "Sydney Melbourne Brisbane Perth Adelaide Hobart Geelong Wagga Dubbo Cairns Newcastle Bendigo Darwin Ballarat"),
          Map.entry(
              "city-CN",
              "北京市 上海市 广州市 深圳市 成都市 杭州市 武汉市 南京市 西安市 苏州市 郑州市 长沙市 沈阳市 青岛市 绵阳市 洛阳市 潍坊市 保定市 遵义市 柳州市"),
          Map.entry("city-TW", "臺北市 新北市 桃園市 臺中市 臺南市 高雄市 新竹縣 嘉義市"),
          Map.entry(
              "city-DE",
              "Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg Bielefeld Münster Karlsruhe Augsburg Paderborn Siegen"),
          Map.entry(
              "city-FR",
              "Paris Marseille Lyon Toulouse Nice Nantes Montpellier Strasbourg Bordeaux Lille Rennes Reims Brest Limoges Angers Dijon Annecy Metz Tours"),
          Map.entry(
              "city-ES",
              "Madrid Barcelona Valencia Sevilla Zaragoza Málaga Murcia Palma Bilbao Alicante Córdoba Valladolid Vigo Gijón Granada Elche Oviedo"),
          Map.entry(
              "city-IT",
              "Roma Milano Napoli Torino Palermo Genova Bologna Firenze Bari Catania Venezia Verona Messina Padova Trieste Brescia Parma"),
          Map.entry(
              "city-PT",
              "São-Paulo Rio-de-Janeiro Brasília Salvador Fortaleza Belo-Horizonte Manaus Curitiba Recife Goiânia Belém Porto-Alegre Campinas"),
          Map.entry(
              "city-NL",
              "Amsterdam Rotterdam Den-Haag Utrecht Eindhoven Groningen Tilburg Almere Breda Nijmegen Enschede Haarlem Arnhem"),
          Map.entry(
              "city-PL",
              "Warszawa Kraków Łódź Wrocław Poznań Gdańsk Szczecin Bydgoszcz Lublin Katowice Białystok Gdynia Częstochowa"),
          Map.entry(
              "city-SE",
              "Stockholm Göteborg Malmö Uppsala Västerås Örebro Linköping Helsingborg Jönköping Norrköping Lund Umeå"),
          Map.entry(
              "city-RU",
              "Москва Санкт-Петербург Новосибирск Екатеринбург Казань Самара Омск Уфа Красноярск Пермь Воронеж Волгоград Тверь"),
          Map.entry(
              "city-IN",
              "Mumbai Delhi Bengaluru Hyderabad Ahmedabad Chennai Kolkata Pune Jaipur Surat Lucknow Kanpur Nagpur Indore"),
          Map.entry("region-US", "TX CA NY FL IL OH GA NC MI PA WA AZ CO TN MO"),
          Map.entry("region-AU", "NSW VIC QLD SA WA TAS ACT NT"),
          Map.entry("region-CN", "广东省 江苏省 山东省 浙江省 河南省 四川省 湖北省 湖南省 河北省 福建省 安徽省 辽宁省 陕西省 云南省"),
          Map.entry(
              "region-DE",
              "Bayern Hessen Sachsen Niedersachsen Brandenburg Thüringen Saarland Berlin Hamburg Baden-Württemberg"),
          Map.entry(
              "region-IT",
              "Lombardia Lazio Campania Sicilia Veneto Piemonte Puglia Toscana Calabria Sardegna"),
          Map.entry("region-PT", "SP RJ MG BA PR RS PE CE PA GO"),
          Map.entry(
              "region-IN", "Maharashtra Karnataka Kerala Gujarat Rajasthan Punjab Haryana Bihar"),
          Map.entry(
              "country",
              "Germany France Spain Italy Netherlands Poland Sweden Japan China India Brazil Canada Mexico Australia Austria Belgium"),
          Map.entry("country-code", "DE FR ES IT NL PL SE JP CN IN BR CA MX AU GB US"),
          Map.entry(
              "job-US",
              "teacher;nurse;software engineer;accountant;driver;manager;sales manager;electrician;student;retired;chef;paralegal;bookkeeper;barista;plumber;consultant"),
          Map.entry("job-CN", "教师;医生;工程师;农民;学生;司机;工人;个体户;护士;会计;无业;退休;保姆;网约车司机;公务员;销售"),
          Map.entry(
              "job-DE",
              "Lehrer;Ingenieur;Rentner;Student;Arzt;Angestellter;Verkäufer;Schlosser;Krankenschwester"),
          Map.entry("ethnicity-CN", "汉族;汉族;汉族;汉族;回族;壮族;满族;苗族;维吾尔族;土家族"),
          Map.entry("ethnicity-US", "White;Black;Hispanic;Asian;Caucasian;African American;Other"),
          Map.entry(
              "religion",
              "Christian;Muslim;Hindu;Buddhist;Catholic;Jewish;Sikh;None stated;Protestant"),
          Map.entry(
              "health-US",
              "Type 2 diabetes;Hypertension;Asthma, mild;Chronic kidney disease;Fracture of left wrist;Major depression;Migraine;Pneumonia;Lower back pain;Pregnancy, second trimester"),
          Map.entry("health-CN", "2型糖尿病;高血压;支气管哮喘;慢性胃炎;上呼吸道感染;左腕骨折;冠心病;肺炎;过敏性鼻炎;腰椎间盘突出症"),
          Map.entry(
              "company-US",
              "Acme Inc;Globex LLC;Initech Corporation;Hooli Inc.;Stark Industries;Umbrella Group;Vandelay Imports;Wonka Ltd;Northwind Traders;Oakwood Dental Partners"),
          Map.entry(
              "company-DE",
              "Müller Maschinenbau GmbH;Nordlicht AG;Bäckerei Huber;Schmidt & Söhne KG;Elektro Vogt GmbH;Hansa Logistik GmbH & Co. KG"),
          Map.entry("company-CN", "深圳市宏达科技有限公司;北京天成贸易有限公司;杭州第二中学;上海浦东发展银行;成都市第三人民医院;广州恒星集团;佳佳超市"),
          Map.entry(
              "case-CN",
              "报警人称其手机在公交车上被盗，损失约三千元;接群众报警，有人在小区门口打架;民警到达现场后双方纠纷已平息;报案人称被人以投资为名诈骗五万元;嫌疑人驾车逃离现场，受害人已送医院"),
          Map.entry(
              "case-US",
              "Caller reported a theft from her vehicle overnight;Officer responded to a domestic incident;Victim stated the suspect fled on foot;Witness reported a burglary in progress at the rear door;Complaint of fraud by phone, loss about 400 dollars"),
          Map.entry(
              "note",
              "called back on Monday;prefers e-mail;-;left message;do not disturb;gate code at desk;VIP;new customer since spring;ok;returns often"),
          Map.entry("status", "active;inactive;pending;active;active;closed"),
          Map.entry("letters", "A;B;C"));

  private MadeWords() {}

  /** A word of a pool; hyphens of names stand for blanks in pools that blanks part. */
  static String of(String pool, Random random) {
    String words = POOLS.get(pool);
    if (words == null) {
      throw new IllegalStateException("Missing pool: " + pool);
    }
    boolean semicolons = words.indexOf(';') >= 0;
    String[] parts = words.split(semicolons ? ";" : " ");
    return parts[random.nextInt(parts.length)];
  }

  static boolean has(String pool) {
    return POOLS.containsKey(pool);
  }
}
