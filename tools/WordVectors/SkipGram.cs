using System.Numerics;
using LiveSop.Domain.Vectors;

namespace LiveSop.WordVectors;

/// <summary>Skip-gram with negative sampling (Mikolov et al., NIPS 2013): a word's vector is learned by telling the words around it from others. By one thread, so that the same text gives the same vectors on processors of one kind.</summary>
internal sealed class SkipGram
{
    private const int Epochs = 4;
    private const int Window = 5;
    private const int Negatives = 10;
    private const float FirstStep = 0.05f;
    private const double Frequent = 1e-4;
    private const int TableSize = 5_000_000;

    private readonly Corpus corpus;
    private readonly Random random;
    private readonly float[][] words;
    private readonly float[][] contexts;
    private readonly int[] negatives;
    private readonly float[] error;

    private SkipGram(Corpus corpus, int dimensions, int seed)
    {
        (this.corpus, random, error) = (corpus, new Random(seed), new float[dimensions]);
        words = [.. corpus.Words.Select(_ => Enumerable.Range(0, dimensions).Select(_ => (random.NextSingle() - 0.5f) / dimensions).ToArray())];
        contexts = [.. corpus.Words.Select(_ => new float[dimensions])];
        negatives = Table(corpus.Counts);
    }

    public static float[][] Train(Corpus corpus, int dimensions, int seed, Action<double> progress)
    {
        var model = new SkipGram(corpus, dimensions, seed);
        model.Run(progress);
        return model.words;
    }

    private void Run(Action<double> progress)
    {
        var total = corpus.Counts.Sum(count => (long)count);
        var keep = corpus.Counts.Select(count => Math.Sqrt(Frequent * total / count) + (Frequent * total / count)).ToArray();
        var order = Enumerable.Range(0, corpus.Sentences.Count).ToArray();
        var done = 0L;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var sentence in order.Select(one => corpus.Sentences[one]))
            {
                var step = FirstStep * (1 - ((float)done / order.Length / Epochs));
                var kept = sentence.Where(word => keep[word] >= 1 || random.NextDouble() < keep[word]).ToArray();
                for (var at = 0; at < kept.Length; at++) Around(kept, at, step);
                if (++done % 100_000 == 0) progress((double)done / order.Length / Epochs);
            }
        }
    }

    private void Around(int[] sentence, int at, float step)
    {
        var reach = random.Next(1, Window + 1);
        for (var near = Math.Max(0, at - reach); near <= Math.Min(sentence.Length - 1, at + reach); near++)
            if (near != at) Learn(words[sentence[at]], sentence[near], step);
    }

    private void Learn(float[] word, int context, float step)
    {
        Array.Clear(error);
        for (var other = 0; other <= Negatives; other++)
        {
            var target = other == 0 ? context : negatives[random.Next(negatives.Length)];
            if (other > 0 && target == context) continue;
            var change = step * ((other == 0 ? 1 : 0) - (1 / (1 + MathF.Exp(-Dot(word, contexts[target])))));
            Lanes.AddScaled(error, contexts[target], change);
            Lanes.AddScaled(contexts[target], word, change);
        }
        Lanes.AddScaled(word, error, 1);
    }

    private static float Dot(float[] a, float[] b)
    {
        var (wide, at) = (Vector<float>.Zero, 0);
        for (; at <= a.Length - Vector<float>.Count; at += Vector<float>.Count) wide += new Vector<float>(a, at) * new Vector<float>(b, at);
        var sum = Vector.Sum(wide);
        for (; at < a.Length; at++) sum += a[at] * b[at];
        return sum;
    }

    /// <summary>Each word as often as the root of its count.</summary>
    private static int[] Table(IReadOnlyList<int> counts)
    {
        var total = counts.Sum(count => Math.Sqrt(count));
        return [.. counts.Index().SelectMany(word => Enumerable.Repeat(word.Index, Math.Max(1, (int)(TableSize * Math.Sqrt(word.Item) / total))))];
    }
}
