package transcript

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var runCall = regexp.MustCompile(`(?:transcript\.Run|scene\.RunRandom)\(t, "([^"]+)"`)

// CheckFamily fails t unless every scenario of the test's directory is whole: NAME.js, NAME.golden, and a call of Run
// with NAME in NAME_test.go. It skips while goldens are being recorded.
func CheckFamily(t testing.TB) {
	t.Helper()
	if os.Getenv(modeEnv) == modeRecord {
		t.Skipf("%s=%s: goldens are being written", modeEnv, modeRecord)
	}
	for _, missing := range missingHalves(t, ".") {
		t.Error(missing)
	}
}

func missingHalves(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	js, golden, test := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, e := range entries {
		switch file := e.Name(); {
		case strings.HasSuffix(file, ".js"):
			js[strings.TrimSuffix(file, ".js")] = true
		case strings.HasSuffix(file, ".golden"):
			golden[strings.TrimSuffix(file, ".golden")] = true
		case strings.HasSuffix(file, "_test.go"):
			name := strings.TrimSuffix(file, "_test.go")
			test[name] = runs(t, filepath.Join(dir, file), name)
		}
	}
	var missing []string
	for name := range js {
		if !golden[name] {
			missing = append(missing, name+".js has no "+name+".golden")
		}
		if !test[name] {
			missing = append(missing, name+".js is not run by "+name+"_test.go")
		}
	}
	for name := range golden {
		if !js[name] {
			missing = append(missing, name+".golden has no "+name+".js")
		}
	}
	for name, ok := range test {
		if ok && !js[name] {
			missing = append(missing, name+"_test.go has no "+name+".js")
		}
	}
	slices.Sort(missing)
	return missing
}

// runs reports whether the test file runs the scenario that it is named for. Other test files of the directory, such as
// the one with TestMain, run none; one that runs a scenario of another name is a mistake.
func runs(t testing.TB, file, name string) bool {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, m := range runCall.FindAllStringSubmatch(string(text), -1) {
		if m[1] != name {
			t.Errorf("%s runs scenario %s: one file, one scenario, one name", filepath.Base(file), m[1])
		}
		found = found || m[1] == name
	}
	return found
}
