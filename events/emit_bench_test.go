package events

import "testing"

// socketEvents is what an emitter of a busy socket typically carries.
var socketEvents = []string{"end", "close", "error", "drain", "timeout", "data"}

func socketLike() *EventEmitter {
	e := New()
	for _, name := range socketEvents[:5] {
		e.On(name, func() {})
	}
	return e
}

func BenchmarkEmit1Bytes(b *testing.B) {
	e := socketLike()
	n := 0
	e.On("data", func(p []byte) { n += len(p) })
	chunk := make([]byte, 10)
	b.ReportAllocs()
	for b.Loop() {
		Emit1(e, "data", chunk)
	}
}

func BenchmarkEmit1BytesToString(b *testing.B) {
	e := socketLike()
	e.On("data", func(string) {})
	chunk := make([]byte, 10)
	b.ReportAllocs()
	for b.Loop() {
		Emit1(e, "data", chunk)
	}
}

func BenchmarkEmitNoArguments(b *testing.B) {
	e := socketLike()
	e.On("data", func() {})
	b.ReportAllocs()
	for b.Loop() {
		e.Emit("data")
	}
}

func BenchmarkEmitBool(b *testing.B) {
	e := socketLike()
	e.On("data", func(bool) {})
	b.ReportAllocs()
	for b.Loop() {
		e.Emit("data", true)
	}
}

func BenchmarkEmitTenListeners(b *testing.B) {
	e := New()
	for range 10 {
		e.On("data", func([]byte) {})
	}
	chunk := make([]byte, 10)
	b.ReportAllocs()
	for b.Loop() {
		Emit1(e, "data", chunk)
	}
}

func BenchmarkEmitNobodyListens(b *testing.B) {
	e := socketLike()
	b.ReportAllocs()
	for b.Loop() {
		e.Emit("nothing")
	}
}

func BenchmarkEmitThroughReflection(b *testing.B) {
	e := New()
	e.On("x", func(int, string) {})
	b.ReportAllocs()
	for b.Loop() {
		e.Emit("x", 1, "a")
	}
}

func BenchmarkEmitOneOfHundredEvents(b *testing.B) {
	e := New()
	for i := range 100 {
		e.On(string(rune('a'+i%26))+string(rune('a'+i/26)), func() {})
	}
	b.ReportAllocs()
	for b.Loop() {
		e.Emit("zc")
	}
}

func BenchmarkOnceAndEmit(b *testing.B) {
	e := New()
	fn := func() {}
	b.ReportAllocs()
	for b.Loop() {
		e.Once("x", fn)
		e.Emit("x")
	}
}

func BenchmarkOnOff(b *testing.B) {
	e := New()
	fn := func() {}
	b.ReportAllocs()
	for b.Loop() {
		e.On("x", fn)
		e.Off("x", fn)
	}
}

func BenchmarkSixListenersOfASocket(b *testing.B) {
	fn := func() {}
	b.ReportAllocs()
	for b.Loop() {
		var e EventEmitter
		for _, name := range socketEvents {
			e.On(name, fn)
		}
	}
}
