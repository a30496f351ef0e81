System.Console.WriteLine("PairSettle");
