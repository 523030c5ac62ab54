"""One structure tree for all pieces. Basis: ISO 32000-1, 14.7.

Each page and each link says under which number the tree of parents knows it; the pieces number
theirs from 0, so each piece's numbers are moved behind those of the pieces before it. The trees
of parents and of names become branches of one tree each.
"""

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf


class Tree:
    """The tree of a document that is being joined."""

    def __init__(self, pdf: Pdf) -> None:
        """Plant it."""
        self.pdf, self.next = pdf, 0
        self.parents: list[Object] = []
        self.names: list[Object] = []
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self.root, K=Array())
        )
        self.root.K = Array([self.document])

    def graft(self, pages: list[Page], root: Object) -> None:
        """Take in a piece, whose pages are already in the document."""
        branch = self.pdf.copy_foreign(root)
        part = branch.K[0]
        part.S, part.P = Name.Part, self.document
        self.document.K.append(part)
        for page in pages:
            page.obj.StructParents = int(page.obj.StructParents) + self.next
            for annotation in page.obj.get(Name.Annots, []):
                annotation.StructParent = int(annotation.StructParent) + self.next
        self._parents(branch.ParentTree)
        if len(branch.IDTree.Names):
            self._names(branch.IDTree)

    def _parents(self, branch: Object) -> None:
        numbers, count = branch.Nums, len(branch.Nums) // 2
        for entry in range(count):
            numbers[2 * entry] = int(numbers[2 * entry]) + self.next
        branch.Limits = Array([self.next, self.next + count - 1])
        self.parents.append(branch)
        self.next += count

    def _names(self, branch: Object) -> None:
        branch.Limits = Array([branch.Names[0], branch.Names[-2]])
        self.names.append(self.pdf.make_indirect(branch))

    def finish(self) -> None:
        """Bind the branches together and put the tree into the document."""
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Kids=Array(self.parents)))
        self.root.ParentTreeNextKey = self.next
        if self.names:
            ordered = sorted(self.names, key=lambda branch: bytes(branch.Limits[0]))
            self.root.IDTree = self.pdf.make_indirect(Dictionary(Kids=Array(ordered)))
        self.pdf.Root.StructTreeRoot = self.root
