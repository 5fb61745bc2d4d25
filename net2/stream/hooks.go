package stream

// driver is the program's half of a stream, whatever type it calls its first parameter by.
type driver interface {
	doRead(n int)
	takeBytes(b []byte) bool
	doWrite(b []byte, value any, encoding string, cb func(error))
	doWritev(chunks []Chunk, cb func(error))
	canWritev() bool
	doFinal(cb func(error))
	canFinal() bool
	doDestroy(err error, cb func(error))
	doConstruct(cb func(error))
	canConstruct() bool
	writeAfterEnd(cb func(error)) bool
	doAutoEnd() bool
}

// hooks is a driver made of functions; self is what they get as Node's `this`. Streams of a class share the functions.
type hooks[T any] struct {
	self T
	*hookFuncs[T]
}

// hookFuncs are the functions of the options.
type hookFuncs[T any] struct {
	read       func(T, int)
	take       func(T, []byte) bool
	writeBytes func(T, []byte, func(error))
	write      func(T, any, string, func(error))
	writev     func(T, []Chunk, func(error))
	final      func(T, func(error))
	destroy    func(T, error, func(error))
	construct  func(T, func(error))
	afterEnd   func(T, func(error)) bool
	autoEnd    func(T)
	has        func(hook string) bool // nil: what is set is there
}

func (h *hooks[T]) there(hook string) bool { return h.has == nil || h.has(hook) }

func (h *hooks[T]) doRead(n int) {
	if h.read == nil {
		panic(errNotImplemented("_read()"))
	}
	h.read(h.self, n)
}

// takeBytes tells whether b is written already.
func (h *hooks[T]) takeBytes(b []byte) bool { return h.take(h.self, b) }

// doWrite hands on one chunk: bytes when value is nil.
func (h *hooks[T]) doWrite(b []byte, value any, encoding string, cb func(error)) {
	switch {
	case h.writeBytes != nil && value == nil:
		h.writeBytes(h.self, b, cb)
	case h.write != nil:
		if value == nil {
			value = b
		}
		h.write(h.self, value, encoding, cb)
	case h.writeBytes != nil:
		if s, ok := value.(string); ok {
			h.writeBytes(h.self, Encode(s, encoding), cb)
			return
		}
		cb(errInvalidChunk(value))
	case h.writev != nil:
		h.writev(h.self, []Chunk{{Bytes: b, Value: value, Encoding: encoding}}, cb)
	default:
		panic(errNotImplemented("_write()"))
	}
}

func (h *hooks[T]) canWritev() bool { return h.writev != nil && h.there("writev") }

func (h *hooks[T]) doWritev(chunks []Chunk, cb func(error)) { h.writev(h.self, chunks, cb) }

func (h *hooks[T]) canFinal() bool { return h.final != nil && h.there("final") }

func (h *hooks[T]) doFinal(cb func(error)) { h.final(h.self, cb) }

func (h *hooks[T]) doDestroy(err error, cb func(error)) {
	if h.destroy == nil {
		cb(err)
		return
	}
	h.destroy(h.self, err, cb)
}

func (h *hooks[T]) canConstruct() bool { return h.construct != nil }

func (h *hooks[T]) doConstruct(cb func(error)) { h.construct(h.self, cb) }

func (h *hooks[T]) writeAfterEnd(cb func(error)) bool {
	return h.afterEnd != nil && h.afterEnd(h.self, cb)
}

// doAutoEnd reports whether the program ends the writable side itself.
func (h *hooks[T]) doAutoEnd() bool {
	if h.autoEnd == nil {
		return false
	}
	h.autoEnd(h.self)
	return true
}

// duplexHooks is a Duplex as the driver of itself: it knows what its functions get as `this`, and need not keep it.
type duplexHooks Duplex

func (d *duplexHooks) on() *hooks[*Duplex] { return &hooks[*Duplex]{(*Duplex)(d), d.funcs} }

func (d *duplexHooks) doRead(n int) { d.on().doRead(n) }

func (d *duplexHooks) takeBytes(b []byte) bool { return d.funcs.take((*Duplex)(d), b) }

func (d *duplexHooks) doWrite(b []byte, value any, encoding string, cb func(error)) {
	d.on().doWrite(b, value, encoding, cb)
}

func (d *duplexHooks) canWritev() bool { return d.on().canWritev() }

func (d *duplexHooks) doWritev(chunks []Chunk, cb func(error)) { d.on().doWritev(chunks, cb) }

func (d *duplexHooks) canFinal() bool { return d.on().canFinal() }

func (d *duplexHooks) doFinal(cb func(error)) { d.on().doFinal(cb) }

func (d *duplexHooks) doDestroy(err error, cb func(error)) { d.on().doDestroy(err, cb) }

func (d *duplexHooks) canConstruct() bool { return d.on().canConstruct() }

func (d *duplexHooks) doConstruct(cb func(error)) { d.on().doConstruct(cb) }

func (d *duplexHooks) writeAfterEnd(cb func(error)) bool { return d.on().writeAfterEnd(cb) }

func (d *duplexHooks) doAutoEnd() bool { return d.on().doAutoEnd() }
