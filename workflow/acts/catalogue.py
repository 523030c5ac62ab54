"""The matter's place in the yearly catalogue. Basis: 条例第三条；区规划第10项."""

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.parties import OFFICE
from decisions.rules import catalogue
from decisions.states import BEFORE_DECISION, State
from workflow.acts.base import Act

BEFORE_START = (State.PROPOSED, State.CLASSIFIED)


class ListMatter(Act):
    """Enter the matter in the year's draft catalogue. Basis: 条例第三条."""

    title, step, by, record = _("列入目录"), m.Step.CATALOGUE, OFFICE, m.CatalogueListing
    during, helps = BEFORE_START, "initiate"


class ConsentToCatalogue(Act):
    """Record the Party committee's consent. Basis: 条例第三条."""

    title, step, by, record = _("记录党委同意"), m.Step.CATALOGUE, OFFICE, m.CatalogueConsent
    during, helps, past = BEFORE_DECISION, "initiate", ("consented_on",)
    requires = (catalogue.entered,)


class PublishCatalogue(Act):
    """Publish the catalogue with the matter in it. Basis: 条例第三条."""

    title, step, by, record = _("公布目录"), m.Step.CATALOGUE, OFFICE, m.CataloguePublication
    during, helps, past = BEFORE_DECISION, "initiate", ("published_on",)
    requires = (catalogue.consented,)


class AdjustCatalogue(Act):
    """Add, change or remove the matter's entry in the course of the year. Basis: 条例第三条."""

    title, step, by, record = _("调整目录"), m.Step.CATALOGUE, OFFICE, m.CatalogueAdjustment
    during, helps = BEFORE_DECISION, "initiate"
