using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.State;

/// <summary>
/// One SQLite file with one connection. Every piece of work runs alone and as one transaction, so a killed sandbox finds whole changes
/// only.
/// </summary>
internal sealed class SandboxDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Lock gate = new();
    private SqliteTransaction? current;

    public SandboxDatabase(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");
        Execute("PRAGMA foreign_keys = ON");
    }

    /// <summary>Runs the work in a transaction; inside another piece of work it joins that one's.</summary>
    public T Do<T>(Func<T> work)
    {
        lock (gate)
        {
            if (current is not null)
            {
                return work();
            }

            using var transaction = connection.BeginTransaction();
            current = transaction;
            try
            {
                var result = work();
                transaction.Commit();
                return result;
            }
            finally
            {
                current = null;
            }
        }
    }

    public void Do(Action work) => Do(() =>
    {
        work();
        return true;
    });

    /// <summary>Runs a statement; its parameters are <c>@1</c>, <c>@2</c>, …. Answers the number of changed rows.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> parameters)
    {
        lock (gate)
        {
            using var command = Command(sql, parameters);
            return command.ExecuteNonQuery();
        }
    }

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> parameters)
    {
        lock (gate)
        {
            using var command = Command(sql, parameters);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> parameters) =>
        Rows(sql, read, parameters) is [var first, ..] ? first : default;

    public long Count(string sql, params ReadOnlySpan<object?> parameters) => First(sql, row => row.GetInt64(0), parameters);

    public void Dispose() => connection.Dispose();

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = current;
#pragma warning disable CA2100 // Every statement of the sandbox is a constant; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var index = 0; index < parameters.Length; index++)
        {
            command.Parameters.AddWithValue($"@{index + 1}", parameters[index] ?? DBNull.Value);
        }

        return command;
    }
}
