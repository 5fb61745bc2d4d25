package transcript

import (
	"encoding/hex"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/nodenet/go/events"
)

var lineBreaks = strings.NewReplacer("\n", `\n`, "\r", `\r`)

// OrNull returns nil for the zero value of T, and v otherwise: for the methods that say "" or 0 where Node's property is
// undefined.
func OrNull[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

// format turns v into the text that transcript.js makes of the same value.
func format(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return formatString(v)
	case []byte:
		if !utf8.Valid(v) {
			return "0x" + hex.EncodeToString(v)
		}
		return formatString(string(v))
	case error:
		return formatError(v)
	case float64:
		return formatFloat(v)
	}
	return formatReflected(reflect.ValueOf(v))
}

func formatString(s string) string {
	if s == "" {
		return `""`
	}
	return lineBreaks.Replace(s)
}

func formatError(err error) string {
	if v := reflect.ValueOf(err); v.Kind() == reflect.Pointer && v.IsNil() {
		return "null"
	}
	if coded, ok := err.(*events.Error); ok && coded.Code != "" {
		return lineBreaks.Replace(strings.TrimSpace(coded.Code + " " + coded.Message))
	}
	return formatString(err.Error())
}

func formatFloat(f float64) string {
	if f == math.Trunc(f) && math.Abs(f) < 1e21 {
		return strconv.FormatFloat(f, 'f', 0, 64)
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// formatReflected takes named types and every width of number.
func formatReflected(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return strconv.FormatUint(v.Uint(), 10)
	case reflect.Float32:
		return formatFloat(v.Float())
	case reflect.String:
		return formatString(v.String())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return format(v.Bytes())
		}
	case reflect.Pointer:
		if v.IsNil() {
			return "null"
		}
		if v.Elem().Kind() != reflect.Struct {
			return format(v.Elem().Interface())
		}
	}
	panic(fmt.Sprintf("a transcript cannot print a %s: log its parts", v.Type()))
}
