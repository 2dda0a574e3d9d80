using LiveSop.WordVectors;

// Makes src/LiveSop.Domain/Memory/words.bin: dotnet run --project tools/WordVectors -c Release -- /usr/share/wordnet words.bin
const int Dimensions = 100;
const int Kept = 40_000;
const int Seed = 1;
#pragma warning disable RS0030 // The one place that hands the console on.
var progress = Console.Error;
#pragma warning restore RS0030
if (args is not [var folder, var target])
{
    progress.WriteLine("WordVectors FOLDER FILE   makes vectors of the commonest words from the WordNet data files in FOLDER (Debian: wordnet-base)");
    return 2;
}
var corpus = Corpus.Of(WordNet.Read(folder), Seed);
progress.WriteLine($"{corpus.Words.Count} words in {corpus.Sentences.Count} sentences");
var vectors = SkipGram.Train(corpus, Dimensions, Seed, share => progress.WriteLine($"{share:0 %}"));
using var file = File.Create(target);
VectorFile.Write(file, Dimensions, [.. corpus.Common.Take(Kept).Select(word => (corpus.Words[word], vectors[word]))]);
return 0;
