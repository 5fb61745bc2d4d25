package js

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"
)

// syntaxError is a program that cannot be read: where, with the line itself, and why, in the words of V8 where they are
// known.
type syntaxError struct{ where, message string }

func (e *syntaxError) Error() string { return e.where + "\nSyntaxError: " + e.message }

func refusal(name string, m api.Message) error {
	e := &syntaxError{where: name, message: reworded(m.Text)}
	if at := m.Location; at != nil {
		before, mark := at.LineText[:min(at.Column, len(at.LineText))], strings.Repeat("^", max(1, at.Length))
		if at.LineText == "" {
			mark = ""
		}
		e.where = fmt.Sprintf("%s:%d\n%s\n%*s%s\n", name, at.Line, at.LineText, len([]rune(before)), "", mark)
	}
	return e
}

var (
	found    = regexp.MustCompile(`^(?:Unexpected|Expected .* but found) "(.+)"$`)
	declared = regexp.MustCompile(`^The symbol "(.+)" has already been declared$`)
)

func reworded(text string) string {
	switch text {
	case "Unexpected end of file":
		return "Unexpected end of input"
	case "Unterminated string literal":
		return "Invalid or unexpected token"
	}
	if m := declared.FindStringSubmatch(text); m != nil {
		return "Identifier '" + m[1] + "' has already been declared"
	}
	m := found.FindStringSubmatch(text)
	switch {
	case strings.HasPrefix(text, "The constant "):
		return "Missing initializer in const declaration"
	case strings.HasSuffix(text, "but found end of file"):
		return "Unexpected end of input"
	case m == nil:
		return text
	case strings.Contains(`"'\\`, m[1][:1]):
		return "Unexpected string"
	case m[1][0] >= '0' && m[1][0] <= '9':
		return "Unexpected number"
	case isWord.MatchString(m[1]) && !reserved[m[1]]:
		return "Unexpected identifier '" + m[1] + "'"
	}
	return "Unexpected token '" + m[1] + "'"
}

var (
	isWord   = regexp.MustCompile(`^[\pL_$][\pL\pN_$]*$`)
	reserved = map[string]bool{}
)

func init() {
	for _, word := range strings.Fields(`break case catch class const continue debugger default delete do else export extends false
		finally for function if import in instanceof new null return super switch this throw true try typeof var void while with`) {
		reserved[word] = true
	}
}

// throwSyntax throws the SyntaxError of a program.
func (e *Env) throwSyntax(err error) {
	var s *syntaxError
	if !errors.As(err, &s) {
		panic(e.glueCall("errors", "syntaxError", e.vm.ToValue(err.Error()), goja.Undefined()))
	}
	panic(e.glueCall("errors", "syntaxError", e.vm.ToValue(s.message), e.vm.ToValue(s.where)))
}
