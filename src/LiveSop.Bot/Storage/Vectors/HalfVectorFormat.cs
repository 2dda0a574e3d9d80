// NPG9001: the way to add a type's binary format to Npgsql is called experimental; the version is pinned and tests hold the round trip.
#pragma warning disable NPG9001
using System.Buffers.Binary;
using System.Buffers;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace LiveSop.Bot.Storage.Vectors;

/// <summary>Teaches Npgsql the binary format of <c>halfvec</c>.</summary>
internal sealed class HalfVectorFormat : PgTypeInfoResolverFactory
{
    public override IPgTypeInfoResolver CreateResolver() => new Resolver();

    public override IPgTypeInfoResolver? CreateArrayResolver() => null;

    private sealed class Resolver : IPgTypeInfoResolver
    {
        private readonly TypeInfoMappingCollection mappings = new();

        public Resolver() =>
            mappings.AddType<HalfVector>("halfvec", static (options, mapping, _) => mapping.CreateInfo(options, new Converter()), isDefault: true);

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) => mappings.Find(type, dataTypeName, options);
    }

    /// <summary>On the wire: a 16-bit count, 16 unused bits, then the numbers; all big-endian.</summary>
    private sealed class Converter : PgStreamingConverter<HalfVector>
    {
        private const int Header = 4;

        public override Size GetSize(SizeContext context, HalfVector value, ref object? writeState) => Header + (2 * value.Dimensions);

        public override HalfVector Read(PgReader reader)
        {
            reader.Buffer(reader.CurrentRemaining);
            return Parse(reader.ReadBytes(reader.CurrentRemaining));
        }

        public override async ValueTask<HalfVector> ReadAsync(PgReader reader, CancellationToken cancellationToken = default)
        {
            await reader.BufferAsync(reader.CurrentRemaining, cancellationToken);
            return Parse(reader.ReadBytes(reader.CurrentRemaining));
        }

        public override void Write(PgWriter writer, HalfVector value) => writer.WriteBytes(Bytes(value));

        public override async ValueTask WriteAsync(PgWriter writer, HalfVector value, CancellationToken cancellationToken = default) =>
            await writer.WriteBytesAsync(Bytes(value), cancellationToken);

        private static HalfVector Parse(ReadOnlySequence<byte> sequence)
        {
            var bytes = sequence.IsSingleSegment ? sequence.FirstSpan : sequence.ToArray();
            var values = new Half[BinaryPrimitives.ReadUInt16BigEndian(bytes)];
            for (var i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadHalfBigEndian(bytes[(Header + (2 * i))..]);
            return new HalfVector(values);
        }

        private static byte[] Bytes(HalfVector vector)
        {
            var bytes = new byte[Header + (2 * vector.Dimensions)];
            var values = vector.Values.Span;
            BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)values.Length));
            for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteHalfBigEndian(bytes.AsSpan(Header + (2 * i)), values[i]);
            return bytes;
        }
    }
}
