package stream

// What a Transform returns for Node's `this`.

// Destroy is Duplex.Destroy.
func (t *Transform) Destroy(err ...error) *Transform {
	t.core.destroy(first(err))
	return t
}

// End is Writable.End.
func (t *Transform) End(args ...any) *Transform {
	t.writeSide.end(args...)
	return t
}

// SetDefaultEncoding is Writable.SetDefaultEncoding.
func (t *Transform) SetDefaultEncoding(encoding string) *Transform {
	t.writeSide.setDefaultEncoding(encoding)
	return t
}

// Resume is Readable.Resume.
func (t *Transform) Resume() *Transform {
	t.readSide.resume()
	return t
}

// Pause is Readable.Pause.
func (t *Transform) Pause() *Transform {
	t.readSide.pause()
	return t
}

// SetEncoding is Readable.SetEncoding.
func (t *Transform) SetEncoding(encoding string) *Transform {
	t.readSide.setEncoding(encoding)
	return t
}

// Unpipe is Readable.Unpipe.
func (t *Transform) Unpipe(dst ...WritableStream) *Transform {
	t.readSide.unpipe(dst)
	return t
}
