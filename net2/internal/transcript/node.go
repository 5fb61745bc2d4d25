package transcript

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"testing"
	"time"
)

// The values of NODENET_GOLDEN.
const (
	modeEnv     = "NODENET_GOLDEN"
	modeRecord  = "record"
	modeCompare = "compare"
)

// agreeing is how many runs of node must print the same before it is recorded.
const agreeing = 20

// goldenFor returns the text of name.golden, after node recorded it or agreed to it when the environment asks so.
func goldenFor(t testing.TB, name string) string {
	t.Helper()
	switch mode := os.Getenv(modeEnv); mode {
	case "":
		return readGolden(t, name)
	case modeRecord:
		requireNode(t)
		text, err := runAgreeing(t.Context(), name+".js", agreeing)
		if err != nil {
			t.Fatalf("not recorded: %v", err)
		}
		if err := os.WriteFile(name+".golden", []byte(text), 0o644); err != nil {
			t.Fatalf("not recorded: %v", err)
		}
		return text
	case modeCompare:
		requireNode(t)
		want := readGolden(t, name)
		text, err := runNode(t.Context(), name+".js")
		if err != nil {
			t.Fatal(err)
		}
		if diff := compare(want, text); diff != "" {
			t.Fatalf("%s.golden has the lines marked -, this node prints those marked +\n%s", name, diff)
		}
		return want
	default:
		t.Fatalf("%s=%s: want %s or %s", modeEnv, mode, modeRecord, modeCompare)
		return ""
	}
}

func readGolden(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name + ".golden")
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s.golden does not exist: record it with %s=%s", name, modeEnv, modeRecord)
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func requireNode(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skipf("%s=%s needs node: %v", modeEnv, os.Getenv(modeEnv), err)
	}
}

// runAgreeing runs file n times and returns what it printed, provided that it always printed the same.
func runAgreeing(ctx context.Context, file string, n int) (string, error) {
	first, err := runNode(ctx, file)
	if err != nil {
		return "", err
	}
	for i := 1; i < n; i++ {
		again, err := runNode(ctx, file)
		if err != nil {
			return "", err
		}
		if diff := compare(first, again); diff != "" {
			return "", fmt.Errorf("%s: run %d of %d differs\n%s", file, i+1, n, diff)
		}
	}
	return first, nil
}

// runNode returns what file prints on node. A scenario that writes to standard error or ends with a code is broken.
func runNode(ctx context.Context, file string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	var out, complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, "node", file)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil || complaint.Len() > 0 {
		return "", fmt.Errorf("node %s: %v\n%s%s", file, err, out.String(), complaint.String())
	}
	return out.String(), nil
}
